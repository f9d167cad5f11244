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

  /** Elements of a plane that is worth a run of its own. */
  private static final int LARGE_PLANE = 1024;

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
    } else if (hasSmallWholePlanes()) {
      applySpread(in, inBase, out, outBase, from, to);
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

  private boolean hasSmallWholePlanes() {
    return layout.granularity().byChannel()
        && !layout.granularity().byPosition()
        && layout.planeSize() < LARGE_PLANE
        && scales.run() >= layout.sampleSize();
  }

  /** A sample at a time, with a bit for each element: a run for each plane would cost more. */
  private void applySpread(float[] in, int inBase, float[] out, int outBase, int from, int to) {
    int sampleSize = layout.sampleSize();
    long[] bits = new long[Bits.words(sampleSize)];
    for (int i = from, end; i < to; i = end) {
      int inSample = i % sampleSize;
      end = i + Math.min(sampleSize - inSample, to - i);
      spread(i - inSample, bits);
      float scale = scales.at(i);
      kernels.applyMask(in, inBase + i, out, outBase + i, end - i, bits, inSample, scale);
    }
  }

  private void spread(int sample, long[] bits) {
    Arrays.fill(bits, 0);
    int first = layout.bit(sample);
    for (int plane = 0; plane < layout.planesOfSample(); plane++) {
      if (Bits.get(dropped, first + plane)) {
        Bits.set(bits, plane * layout.planeSize(), layout.planeSize());
      }
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
    return element + Math.min(run - element % run, Math.min(most, to - element));
  }

  private boolean isDropped(int element) {
    return Bits.get(dropped, layout.bit(element));
  }
}
