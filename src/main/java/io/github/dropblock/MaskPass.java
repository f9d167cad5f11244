package io.github.dropblock;

import io.github.dropblock.internal.kernel.Bits;
import io.github.dropblock.internal.kernel.KernelSelector;
import io.github.dropblock.internal.kernel.Kernels;
import io.github.dropblock.internal.mask.MaskLayout;
import java.util.Arrays;

/**
 * One thread's pass of a mask over a tensor's elements, which lie in arrays: element i is at {@code
 * base + i}.
 *
 * <p>A pass goes run by run: over as many elements as have one factor, and bits that follow each
 * other or are one and the same. It is made with all that it needs, so that a heap which is too
 * small fails before the first element is written.
 */
final class MaskPass {
  /** Elements between writing zeros and writing the fill: they are still in the first cache. */
  private static final int FILLED_AT_A_TIME = 2048;

  /** Elements of a plane that is worth a run of its own. */
  private static final int LARGE_PLANE = 1024;

  /** Words to work in: the bits of 16 planes that are not large, or of one that is repeated. */
  private static final int WORKSPACE = 16 * LARGE_PLANE / Long.SIZE;

  /** Elements of a plane that fits with another word of its first bits. */
  private static final int LARGEST_REPEATED = (WORKSPACE - 1) * Long.SIZE;

  private final Kernels kernels = KernelSelector.kernels();
  private final MaskLayout layout;
  private final long[] dropped;
  private final Scales scales;
  private final Filling filling;
  private final boolean plain;
  private final long[] workspace;

  MaskPass(MaskLayout layout, long[] dropped, Scales scales, Filling filling) {
    this.layout = layout;
    this.dropped = dropped;
    this.scales = scales;
    this.filling = filling;
    this.plain = !hasRepeatedPlanes() && !hasSmallWholePlanes();
    this.workspace = plain && !filling.needed() ? new long[0] : new long[WORKSPACE];
  }

  /**
   * {@code out[i] = dropped ? fill : in[i] * scale}; +0.0 if it is not to be filled.
   *
   * <p>Modified: {@code out}.
   */
  void apply(float[] in, int inBase, float[] out, int outBase, int from, int to, boolean fill) {
    if (fill && filling.needed()) {
      applyFilled(in, inBase, out, outBase, from, to);
    } else if (plain) {
      for (int i = from, end; i < to; i = end) {
        end = end(i, to, Integer.MAX_VALUE);
        applyRun(in, inBase, out, outBase, i, end);
      }
    } else if (layout.repeatsPlanes()) {
      applyRepeated(in, inBase, out, outBase, from, to);
    } else {
      applySpread(in, inBase, out, outBase, from, to);
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
      filling.write(
          out, at, length, dropped, layout.bit(element), element, layout.sampleSize(), workspace);
    } else if (isDropped(element)) {
      filling.writeAll(out, at, length, element, layout.sampleSize(), workspace);
    }
  }

  private boolean hasRepeatedPlanes() {
    return layout.repeatsPlanes() && layout.planeSize() <= LARGEST_REPEATED;
  }

  private boolean hasSmallWholePlanes() {
    return layout.granularity().byChannel()
        && !layout.granularity().byPosition()
        && layout.planeSize() < LARGE_PLANE
        && scales.run() >= layout.sampleSize();
  }

  /** Some planes at a time, with a bit for each element: a run for each plane would cost more. */
  private void applySpread(float[] in, int inBase, float[] out, int outBase, int from, int to) {
    int planeSize = layout.planeSize();
    int planesAtATime = WORKSPACE * Long.SIZE / planeSize;
    for (int i = from, end; i < to; i = end) {
      int inPlane = i % planeSize;
      int planes = Math.min(planesAtATime, planesToEndOfSample(i));
      end = i + Math.min(planes * planeSize - inPlane, to - i);
      spread(layout.bit(i), planes);
      float scale = scales.at(i);
      kernels.applyMask(in, inBase + i, out, outBase + i, end - i, workspace, inPlane, scale);
    }
  }

  private int planesToEndOfSample(int element) {
    return layout.planesOfSample() - element % layout.sampleSize() / layout.planeSize();
  }

  private void spread(int firstPlane, int planes) {
    Arrays.fill(workspace, 0);
    for (int plane = 0; plane < planes; plane++) {
      if (Bits.get(dropped, firstPlane + plane)) {
        Bits.set(workspace, plane * layout.planeSize(), layout.planeSize());
      }
    }
  }

  /** A stored plane at a time, which stands for all planes of a sample or of the batch. */
  private void applyRepeated(float[] in, int inBase, float[] out, int outBase, int from, int to) {
    int period = layout.planeSize();
    for (int i = from, end; i < to; i = end) {
      int run = layout.runOfSample();
      end = i + Math.min(run - i % run, to - i);
      repeat(layout.storedPlane(i) * period);
      kernels.applyRepeated(
          in, inBase + i, out, outBase + i, end - i, workspace, period, i % period, scales.at(i));
    }
  }

  /** Copies the bits of a plane, and as many of its first ones as fill another word. */
  private void repeat(int bit) {
    int period = layout.planeSize();
    Arrays.fill(workspace, 0, Bits.words(period + Long.SIZE), 0);
    for (int done = 0; done < period + Long.SIZE; done += period) {
      Bits.or(workspace, done, Math.min(period, period + Long.SIZE - done), dropped, bit);
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
    return element + Math.min(run - element % run, Math.min(most, to - element));
  }

  private boolean isDropped(int element) {
    return Bits.get(dropped, layout.bit(element));
  }
}
