package io.github.dropblock;

import io.github.dropblock.internal.kernel.Bits;
import io.github.dropblock.internal.kernel.KernelSelector;
import io.github.dropblock.internal.kernel.Kernels;
import io.github.dropblock.internal.mask.MaskLayout;
import java.util.Arrays;

/**
 * One pass of a mask over a range of a tensor's elements, which lie in arrays: element i is at
 * {@code base + i}.
 *
 * <p>A pass goes run by run: over as many elements as have one factor, and bits that follow each
 * other or are one and the same.
 */
final class MaskPass {
  /** Elements between writing zeros and writing the fill: they are still in the first cache. */
  private static final int FILLED_AT_A_TIME = 2048;

  private final Kernels kernels = KernelSelector.kernels();
  private final MaskLayout layout;
  private final long[] dropped;
  private final Scales scales;
  private final Filling filling;

  MaskPass(MaskLayout layout, long[] dropped, Scales scales, Filling filling) {
    this.layout = layout;
    this.dropped = dropped;
    this.scales = scales;
    this.filling = filling;
  }

  /**
   * {@code out[i] = dropped ? fill : in[i] * scale}; +0.0 if it is not to be filled.
   *
   * <p>Modified: {@code out}.
   */
  void apply(float[] in, int inBase, float[] out, int outBase, int from, int to, boolean fill) {
    boolean filled = fill && filling.needed();
    for (int i = from, end; i < to; i = end) {
      end = end(i, to, filled ? FILLED_AT_A_TIME : Integer.MAX_VALUE);
      int length = end - i;
      if (layout.granularity().byPosition()) {
        int bit = layout.bit(i);
        kernels.applyMask(in, inBase + i, out, outBase + i, length, dropped, bit, scales.at(i));
        if (filled) {
          filling.write(out, outBase + i, length, dropped, bit, i, layout.sampleSize());
        }
      } else if (!isDropped(i)) {
        multiply(in, inBase + i, out, outBase + i, length, scales.at(i));
      } else if (filled) {
        filling.writeAll(out, outBase + i, length, i, layout.sampleSize());
      } else {
        Arrays.fill(out, outBase + i, outBase + end, 0f);
      }
    }
  }

  /** A plain product, which the compiler vectorizes. */
  private static void multiply(
      float[] in, int inOffset, float[] out, int outOffset, int length, float scale) {
    for (int i = 0; i < length; i++) {
      out[outOffset + i] = in[inOffset + i] * scale;
    }
  }

  /**
   * {@code out[i] = dropped ? +0.0 : scale}.
   *
   * <p>Modified: {@code out}.
   */
  void writeMultipliers(float[] out, int outBase, int from, int to) {
    for (int i = from, end; i < to; i = end) {
      end = end(i, to, Integer.MAX_VALUE);
      writeMultipliers(out, outBase + i, end - i, i, scales.at(i));
    }
  }

  /**
   * {@code out[i] = dropped ? +0.0 : 1}.
   *
   * <p>Modified: {@code out}.
   */
  void writeKept(float[] out, int outBase, int from, int to) {
    for (int i = from, end; i < to; i = end) {
      end = end(i, to, Integer.MAX_VALUE);
      writeMultipliers(out, outBase + i, end - i, i, 1f);
    }
  }

  private void writeMultipliers(float[] out, int at, int length, int element, float scale) {
    if (layout.granularity().byPosition()) {
      kernels.writeMultipliers(out, at, length, dropped, layout.bit(element), scale);
    } else {
      Arrays.fill(out, at, at + length, isDropped(element) ? 0f : scale);
    }
  }

  /**
   * {@code out[i] = dropped ? fill : +0.0}.
   *
   * <p>Modified: {@code out}.
   */
  void writeFill(float[] out, int outBase, int from, int to) {
    Arrays.fill(out, outBase + from, outBase + to, 0f);
    for (int i = from, end; i < to && filling.needed(); i = end) {
      end = end(i, to, FILLED_AT_A_TIME);
      if (layout.granularity().byPosition()) {
        int bit = layout.bit(i);
        filling.write(out, outBase + i, end - i, dropped, bit, i, layout.sampleSize());
      } else if (isDropped(i)) {
        filling.writeAll(out, outBase + i, end - i, i, layout.sampleSize());
      }
    }
  }

  private boolean isDropped(int element) {
    return Bits.get(dropped, layout.bit(element));
  }

  /** The end of the run that an element lies in, or of the range. */
  private int end(int element, int to, int most) {
    int run = Math.min(layout.run(), scales.run());
    int length = Math.min(run - element % run, Math.min(most, to - element));
    return element + length;
  }
}
