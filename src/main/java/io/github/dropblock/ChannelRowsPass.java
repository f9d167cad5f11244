package io.github.dropblock;

import io.github.dropblock.internal.kernel.Bits;
import io.github.dropblock.internal.kernel.KernelSelector;
import io.github.dropblock.internal.kernel.Kernels;
import io.github.dropblock.internal.mask.MaskLayout;
import io.github.dropblock.tensor.Shape;
import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * An in-place pass over a tensor whose channels follow each other, such as NHWC.
 *
 * <p>A mask has its bits channel by channel. A tile of 64 positions of all channels is turned, 64 x
 * 64 bits at a time, into a row of bits for each position; then rows are masked as any run.
 */
final class ChannelRowsPass {
  private final Kernels kernels = KernelSelector.kernels();
  private final MaskBody body;
  private final MaskLayout layout;
  private final Shape shape;
  private final FloatBuffer x;
  private final Strides strides;
  private final boolean fill;
  private final int channels;
  private final int wordsOfRow;

  /** The bits of a tile: row by row, each from a word's first bit on. */
  private final long[] tile;

  private final long[] square = new long[Long.SIZE];
  private final float[] row;
  private final float[] scales;

  ChannelRowsPass(MaskBody body, FloatBuffer x, Strides strides, boolean fill) {
    this.body = body;
    this.layout = body.layout();
    this.shape = body.shape();
    this.x = x;
    this.strides = strides;
    this.fill = fill && body.filling().needed();
    this.channels = shape.c();
    this.wordsOfRow = Bits.words(channels);
    this.tile = new long[Long.SIZE * wordsOfRow];
    this.row = new float[channels];
    this.scales = new float[channels];
  }

  void run() {
    for (int n = 0; n < shape.n(); n++) {
      int sample = n * layout.sampleSize();
      for (int c = 0; c < channels; c++) {
        scales[c] = body.scales().at(sample + c * shape.planeSize());
      }
      for (int first = 0; first < shape.planeSize(); first += Long.SIZE) {
        int positions = Math.min(Long.SIZE, shape.planeSize() - first);
        turn(sample + first, positions);
        for (int i = 0; i < positions; i++) {
          applyRow(n, first + i, i * wordsOfRow);
        }
      }
    }
  }

  /** Fills the tile with the bits of some positions of a sample. */
  private void turn(int element, int positions) {
    for (int word = 0; word < wordsOfRow; word++) {
      Arrays.fill(square, 0);
      int count = Math.min(Long.SIZE, channels - word * Long.SIZE);
      for (int i = 0; i < count; i++) {
        square[i] = bits(element + (word * Long.SIZE + i) * shape.planeSize(), positions);
      }
      Bits.transpose(square);
      for (int i = 0; i < positions; i++) {
        tile[i * wordsOfRow + word] = square[i];
      }
    }
  }

  private long bits(int element, int count) {
    int bit = layout.bit(element);
    if (layout.granularity().byPosition()) {
      return Bits.read(body.dropped(), bit, count);
    }
    return Bits.get(body.dropped(), bit) ? -1L : 0;
  }

  private void applyRow(int n, int position, int word) {
    int at = strides.offset() + n * strides.n() + strides.ofPosition(shape, position);
    x.get(at, row, 0, channels);
    if (body.scales().normalization() == Normalization.PLANE) {
      kernels.applyMask(row, 0, row, 0, channels, tile, word * Long.SIZE, 1f);
      for (int c = 0; c < channels; c++) {
        row[c] *= scales[c];
      }
    } else {
      kernels.applyMask(row, 0, row, 0, channels, tile, word * Long.SIZE, scales[0]);
    }
    if (fill) {
      fillRow(n * layout.sampleSize() + position, word);
    }
    x.put(at, row, 0, channels);
  }

  private void fillRow(int element, int word) {
    for (int c = 0; c < channels; c++) {
      if (Bits.get(tile, word * Long.SIZE + c)) {
        body.filling().writeAll(row, c, 1, element + c * shape.planeSize(), layout.sampleSize());
      }
    }
  }
}
