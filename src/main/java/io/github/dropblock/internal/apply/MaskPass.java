package io.github.dropblock.internal.apply;

import io.github.dropblock.internal.bits.Bits;
import io.github.dropblock.internal.kernel.KernelSelector;
import io.github.dropblock.internal.kernel.Kernels;
import java.util.Arrays;

/**
 * One thread's pass of a mask over a tensor's elements, which lie in arrays.
 *
 * <p>A pass goes run by run: over as many elements as have one factor, and bits that follow each
 * other or are one and the same. It is made with all that it needs, so that a heap which is too
 * small fails before the first element is written.
 */
final class MaskPass {
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
  private final FillWriter fill;
  private final boolean plain;
  private final long[] workspace;

  MaskPass(MaskLayout layout, long[] dropped, Scales scales, FillWriter fill) {
    this.layout = layout;
    this.dropped = dropped;
    this.scales = scales;
    this.fill = fill;
    this.plain = !hasRepeatedPlanes() && !hasSmallWholePlanes();
    this.workspace = plain && !fill.needed() ? new long[0] : new long[WORKSPACE];
  }

  /**
   * Writes a run of the tensor, which begins at {@code element}: {@code out = dropped ? fill : in *
   * scale}, and +0.0 for the fill if backward.
   *
   * <p>Modified: {@code out}.
   */
  void apply(
      float[] in, int inAt, float[] out, int outAt, int element, int length, Direction direction) {
    if (direction == Direction.FORWARD && fill.needed()) {
      applyFilled(in, inAt, out, outAt, element, length);
    } else if (plain) {
      for (int i = 0, run; i < length; i += run) {
        run = run(element + i, length - i);
        applyRun(in, inAt + i, out, outAt + i, element + i, run);
      }
    } else if (layout.repeatsPlanes()) {
      applyRepeated(in, inAt, out, outAt, element, length);
    } else {
      applySpread(in, inAt, out, outAt, element, length);
    }
  }

  private void applyFilled(float[] in, int inAt, float[] out, int outAt, int element, int length) {
    for (int i = 0, run; i < length; i += run) {
      run = run(element + i, Math.min(Kernels.CHUNK, length - i));
      applyRun(in, inAt + i, out, outAt + i, element + i, run);
      fillRun(out, outAt + i, run, element + i);
    }
  }

  private void applyRun(float[] in, int inAt, float[] out, int outAt, int element, int length) {
    float scale = scales.at(element);
    if (layout.granularity().byPosition()) {
      kernels.applyMask(in, inAt, out, outAt, length, dropped, layout.bit(element), scale);
    } else if (isDropped(element)) {
      Arrays.fill(out, outAt, outAt + length, 0f);
    } else {
      kernels.multiply(in, inAt, out, outAt, length, scale);
    }
  }

  private void fillRun(float[] out, int at, int length, int element) {
    if (layout.granularity().byPosition()) {
      fill.write(
          out, at, length, dropped, layout.bit(element), element, layout.sampleSize(), workspace);
    } else if (isDropped(element)) {
      fill.writeAll(out, at, length, element, layout.sampleSize(), workspace);
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
  private void applySpread(float[] in, int inAt, float[] out, int outAt, int element, int length) {
    int planeSize = layout.planeSize();
    int planesAtATime = WORKSPACE * Long.SIZE / planeSize;
    for (int i = 0, run; i < length; i += run) {
      int first = element + i;
      int inPlane = first % planeSize;
      int planes = Math.min(planesAtATime, planesToEndOfSample(first));
      run = Math.min(planes * planeSize - inPlane, length - i);
      spread(layout.bit(first), planes);
      float scale = scales.at(first);
      kernels.applyMask(in, inAt + i, out, outAt + i, run, workspace, inPlane, scale);
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
  private void applyRepeated(
      float[] in, int inAt, float[] out, int outAt, int element, int length) {
    int period = layout.planeSize();
    int sampleRun = layout.runOfSample();
    for (int i = 0, run; i < length; i += run) {
      int first = element + i;
      run = Math.min(sampleRun - first % sampleRun, length - i);
      repeat(layout.storedPlane(first) * period);
      float scale = scales.at(first);
      int phase = first % period;
      kernels.applyRepeated(in, inAt + i, out, outAt + i, run, workspace, period, phase, scale);
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
   * Writes {@code out = dropped ? +0.0 : scale}.
   *
   * <p>Modified: {@code out}.
   */
  void writeMultipliers(float[] out, int at, int element, int length) {
    for (int i = 0, run; i < length; i += run) {
      run = run(element + i, length - i);
      writeMultipliers(out, at + i, run, element + i, scales.at(element + i));
    }
  }

  /**
   * Writes {@code out = dropped ? +0.0 : 1}.
   *
   * <p>Modified: {@code out}.
   */
  void writeKept(float[] out, int at, int element, int length) {
    for (int i = 0, run; i < length; i += run) {
      run = run(element + i, length - i);
      writeMultipliers(out, at + i, run, element + i, 1f);
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
   * Writes {@code out = dropped ? fill : +0.0}.
   *
   * <p>Modified: {@code out}.
   */
  void writeFill(float[] out, int at, int element, int length) {
    Arrays.fill(out, at, at + length, 0f);
    for (int i = 0, run; i < length && fill.needed(); i += run) {
      run = run(element + i, Math.min(Kernels.CHUNK, length - i));
      fillRun(out, at + i, run, element + i);
    }
  }

  /**
   * Writes {@code out = dropped ? b : a}, bit for bit.
   *
   * <p>Modified: {@code out}.
   */
  void select(
      float[] a, int aAt, float[] b, int bAt, float[] out, int outAt, int element, int length) {
    for (int i = 0, run; i < length; i += run) {
      int first = element + i;
      run = Math.min(layout.run() - first % layout.run(), length - i);
      if (layout.granularity().byPosition()) {
        int bit = layout.bit(first);
        kernels.select(a, aAt + i, b, bAt + i, out, outAt + i, run, dropped, bit);
      } else if (isDropped(first)) {
        System.arraycopy(b, bAt + i, out, outAt + i, run);
      } else {
        System.arraycopy(a, aAt + i, out, outAt + i, run);
      }
    }
  }

  /** Returns how many elements, up to a limit, are left of the run that an element lies in. */
  private int run(int element, int most) {
    int run = Math.min(layout.run(), scales.run());
    return Math.min(run - element % run, most);
  }

  private boolean isDropped(int element) {
    return Bits.get(dropped, layout.bit(element));
  }
}
