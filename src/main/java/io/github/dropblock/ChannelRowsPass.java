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
 * <p>A mask has its bits channel by channel. For a tile of 64 positions with all their channels,
 * they are turned, 64 x 64 bits at a time, into the tile's own order; then the tile is masked as
 * any run.
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

  /** The bits of a tile: those of position p begin at p * channels. */
  private final long[] bits;

  private final float[] tile;
  private final long[] square = new long[Long.SIZE];
  private final long[] pair = new long[2];

  ChannelRowsPass(MaskBody body, FloatBuffer x, Strides strides, boolean fill) {
    this.body = body;
    this.layout = body.layout();
    this.shape = body.shape();
    this.x = x;
    this.strides = strides;
    this.fill = fill && body.filling().needed();
    this.channels = shape.c();
    int positions = Math.min(Long.SIZE, shape.planeSize());
    this.bits = new long[Bits.words(positions * channels) + 1];
    this.tile = new float[positions * channels];
  }

  void run() {
    boolean together = strides.hasRowsTogether(shape);
    for (int n = 0; n < shape.n(); n++) {
      for (int first = 0, positions; first < shape.planeSize(); first += positions) {
        positions = Math.min(Long.SIZE, shape.planeSize() - first);
        int rows = together ? 1 : positions;
        int length = positions * channels / rows;
        for (int i = 0; i < rows; i++) {
          x.get(at(n, first + i), tile, i * length, length);
        }
        apply(n * layout.sampleSize() + first, positions);
        for (int i = 0; i < rows; i++) {
          x.put(at(n, first + i), tile, i * length, length);
        }
      }
    }
  }

  private int at(int n, int position) {
    return strides.offset() + n * strides.n() + strides.ofPosition(shape, position);
  }

  private void apply(int element, int positions) {
    turn(element, positions);
    boolean byPlane = body.scales().normalization() == Normalization.PLANE;
    float scale = byPlane ? 1f : body.scales().at(element);
    kernels.applyMask(tile, 0, tile, 0, positions * channels, bits, 0, scale);
    if (byPlane) {
      multiplyByPlane(element, positions);
    }
    if (fill) {
      fill(element, positions);
    }
  }

  /** Fetches the bits of some positions of a sample. */
  private void turn(int element, int positions) {
    Arrays.fill(bits, 0);
    for (int c = 0, count; c < channels; c += count) {
      count = Math.min(Long.SIZE, channels - c);
      Arrays.fill(square, 0);
      for (int i = 0; i < count; i++) {
        square[i] = bitsOf(element + (c + i) * shape.planeSize(), positions);
      }
      Bits.transpose(square);
      for (int p = 0; p < positions; p++) {
        Bits.or(bits, p * channels + c, count, square[p]);
      }
    }
  }

  private long bitsOf(int element, int count) {
    int bit = layout.bit(element);
    if (layout.granularity().byPosition()) {
      return Bits.read(body.dropped(), bit, count);
    }
    return Bits.get(body.dropped(), bit) ? -1L : 0;
  }

  private void multiplyByPlane(int element, int positions) {
    for (int c = 0; c < channels; c++) {
      float scale = body.scales().at(element + c * shape.planeSize());
      for (int p = 0; p < positions; p++) {
        tile[p * channels + c] *= scale;
      }
    }
  }

  private void fill(int element, int positions) {
    for (int p = 0; p < positions; p++) {
      for (int c = 0; c < channels; c++) {
        int i = p * channels + c;
        if (Bits.get(bits, i)) {
          int filled = element + c * shape.planeSize() + p;
          body.filling().writeAll(tile, i, 1, filled, layout.sampleSize(), pair);
        }
      }
    }
  }
}
