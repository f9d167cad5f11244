package io.github.dropblock.internal.apply;

import io.github.dropblock.internal.bits.Bits;
import io.github.dropblock.internal.kernel.KernelSelector;
import io.github.dropblock.internal.kernel.Kernels;
import io.github.dropblock.tensor.Shape;
import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * An in-place pass over a tensor whose channels follow each other, such as NHWC.
 *
 * <p>A mask has its bits channel by channel. For a tile of 64 positions with all their channels,
 * they are transposed, 64 x 64 bits at a time, into the tile's own order; then the tile is masked
 * as any run.
 */
final class ChannelsLastPass {
  private final Kernels kernels = KernelSelector.kernels();
  private final MaskState state;
  private final MaskLayout layout;
  private final Shape shape;
  private final FloatBuffer x;
  private final ElementOrder order;
  private final boolean fill;
  private final int channels;

  /** The bits of a tile: those of position p begin at p * channels. */
  private final long[] bits;

  private final float[] tile;
  private final long[] block64 = new long[Long.SIZE];
  private final long[] words2 = new long[2];

  ChannelsLastPass(MaskState state, FloatBuffer x, ElementOrder order, Direction direction) {
    this.state = state;
    this.layout = state.layout();
    this.shape = state.shape();
    this.x = x;
    this.order = order;
    this.fill = direction == Direction.FORWARD && state.fill().needed();
    this.channels = shape.c();
    int positions = Math.min(Long.SIZE, shape.planeSize());
    this.bits = new long[Bits.words(positions * channels) + 1];
    this.tile = new float[positions * channels];
  }

  void run() {
    boolean together = order.isContiguousChannelsLast();
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
    return order.offset() + n * order.n() + order.ofPosition(position);
  }

  private void apply(int element, int positions) {
    transpose(element, positions);
    boolean byPlane = state.scales().basis() == ScaleRule.Basis.PLANE;
    float scale = byPlane ? 1f : state.scales().at(element);
    kernels.applyMask(tile, 0, tile, 0, positions * channels, bits, 0, scale);
    if (byPlane) {
      multiplyByPlane(element, positions);
    }
    if (fill) {
      fill(element, positions);
    }
  }

  /** Fetches the bits of some positions of a sample. */
  private void transpose(int element, int positions) {
    Arrays.fill(bits, 0);
    for (int c = 0, count; c < channels; c += count) {
      count = Math.min(Long.SIZE, channels - c);
      Arrays.fill(block64, 0);
      for (int i = 0; i < count; i++) {
        block64[i] = bitsOf(element + (c + i) * shape.planeSize(), positions);
      }
      Bits.transpose(block64);
      for (int p = 0; p < positions; p++) {
        Bits.or(bits, p * channels + c, count, block64[p]);
      }
    }
  }

  private long bitsOf(int element, int count) {
    int bit = layout.bit(element);
    if (layout.granularity().byPosition()) {
      return Bits.read(state.dropped(), bit, count);
    }
    return Bits.get(state.dropped(), bit) ? -1L : 0;
  }

  private void multiplyByPlane(int element, int positions) {
    for (int c = 0; c < channels; c++) {
      float scale = state.scales().at(element + c * shape.planeSize());
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
          state.fill().writeAll(tile, i, 1, filled, layout.sampleSize(), words2);
        }
      }
    }
  }
}
