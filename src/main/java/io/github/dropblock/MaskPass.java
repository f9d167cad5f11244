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
    if (fill && filling.needed()) {
      applyFilled(in, inBase, out, outBase, from, to);
    } else if (layout.repeatsPlanes()) {
      applyRepeated(in, inBase, out, outBase, from, to);
    } else {
      for (int i = from, end; i < to; i = end) {
        end = end(i, to, Integer.MAX_VALUE);
        applyRun(in, inBase, out, outBase, i, end);
      }
    }
  }

  private void applyFilled(float[] in, int inBase, float[] out, int outBase, int from, int to) {
    for (int i = from, end; i < to; i = end) {
      end = end(i, to, FILLED_AT_A_TIME);
      applyRun(in, inBase, out, outBase, i, end);
      fillRun(out, outBase + i, end - i, i);
    }
  }

  private void applyRun(float[] in, int inBase, float[] out, int outBase, int from, int to) {
    int length = to - from;
    float scale = scales.at(from);
    if (layout.granularity().byPosition()) {
      int bit = layout.bit(from);
      kernels.applyMask(in, inBase + from, out, outBase + from, length, dropped, bit, scale);
    } else if (isDropped(from)) {
      Arrays.fill(out, outBase + from, outBase + to, 0f);
    } else {
      kernels.multiply(in, inBase + from, out, outBase + from, length, scale);
    }
  }

  private void fillRun(float[] out, int at, int length, int element) {
    if (layout.granularity().byPosition()) {
      filling.write(out, at, length, dropped, layout.bit(element), element, layout.sampleSize());
    } else if (isDropped(element)) {
      filling.writeAll(out, at, length, element, layout.sampleSize());
    }
  }

  /** A stored plane at a time, which stands for all planes of a sample or of the batch. */
  private void applyRepeated(float[] in, int inBase, float[] out, int outBase, int from, int to) {
    int period = layout.planeSize();
    long[] plane = new long[Bits.words(period + Long.SIZE)];
    for (int i = from, end; i < to; i = end) {
      int run = layout.runOfSample();
      end = i + Math.min(run - i % run, to - i);
      repeat(layout.storedPlane(i) * period, plane);
      kernels.applyRepeated(
          in, inBase + i, out, outBase + i, end - i, plane, period, i % period, scales.at(i));
    }
  }

  /** Copies the bits of a plane, and as many of its first ones as fill another word. */
  private void repeat(int bit, long[] plane) {
    int period = layout.planeSize();
    Arrays.fill(plane, 0);
    for (int done = 0; done < period + Long.SIZE; done += period) {
      Bits.or(plane, done, Math.min(period, period + Long.SIZE - done), dropped, bit);
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
      fillRun(out, outBase + i, end - i, i);
    }
  }

  /** The end of the run that an element lies in, or of the range. */
  private int end(int element, int to, int most) {
    int run = Math.min(layout.run(), scales.run());
    int end = element + Math.min(run - element % run, Math.min(most, to - element));
    return most == Integer.MAX_VALUE && isWhole(run) ? endOfEqual(element, end, run, to) : end;
  }

  /** Whether each stored bit stands for one run, and the next bit for the next run. */
  private boolean isWhole(int run) {
    return !layout.granularity().byPosition()
        && layout.granularity().bySample()
        && scales.isSingle()
        && run == layout.run();
  }

  /** Small planes cost as much as large ones: those that follow each other alike go together. */
  private int endOfEqual(int element, int firstEnd, int run, int to) {
    int bit = layout.bit(element);
    boolean first = Bits.get(dropped, bit);
    int end = firstEnd;
    while (end < to && Bits.get(dropped, ++bit) == first) {
      end += Math.min(run, to - end);
    }
    return end;
  }

  private boolean isDropped(int element) {
    return Bits.get(dropped, layout.bit(element));
  }
}
