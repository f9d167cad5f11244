package io.github.dropblock.internal.apply;

import io.github.dropblock.internal.bits.Bits;
import io.github.dropblock.internal.kernel.KernelSelector;
import io.github.dropblock.internal.kernel.Kernels;
import java.util.Arrays;

/**
 * One thread's pass of a mask over a tensor in row-major order in an array.
 *
 * <p>A pass works run by run. The elements of a run have the same scale, and their bits are
 * consecutive or one and the same bit, so that one call of a kernel does the whole run. Two kinds
 * of masks would have many short runs. For small whole planes, the pass writes the bits of several
 * planes to a work array, one bit per element. For planes that share their bits, it repeats the
 * bits of one plane.
 *
 * <p>A pass allocates everything in its constructor, so that a heap that is too small fails before
 * the first element is written.
 */
final class MaskPass {
  /** Number of elements from which a whole plane is worth a run of its own. */
  private static final int LARGE_PLANE = 1024;

  /**
   * Number of words of the work array: the bits of 16 small planes, or of one plane that is
   * repeated.
   */
  private static final int WORKSPACE = 16 * LARGE_PLANE / Long.SIZE;

  /** Largest number of elements of a plane that fits the work array together with one more word. */
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
   * Applies the mask to a run of elements that begins at {@code element}: {@code out = dropped ?
   * fill : in * scale + shift}. The backward pass writes +0.0 instead of the fill, and adds no
   * shift.
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
      fill.write(out, at, length, dropped, layout.bit(element), element, workspace);
    } else if (isDropped(element)) {
      fill.writeAll(out, at, length, element, workspace);
    } else {
      fill.writeKept(out, at, length);
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

  /** Applies some planes at a time, with one bit per element: one run per plane would cost more. */
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

  /**
   * Applies one stored plane at a time, which stands for all planes of a sample or of the batch.
   */
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

  /** Copies the bits of a plane, followed by a word that repeats its first bits. */
  private void repeat(int bit) {
    int period = layout.planeSize();
    Arrays.fill(workspace, 0, Bits.words(period + Long.SIZE), 0);
    for (int done = 0; done < period + Long.SIZE; done += period) {
      Bits.or(workspace, done, Math.min(period, period + Long.SIZE - done), dropped, bit);
    }
  }

  /**
   * Writes the multipliers: {@code out = dropped ? +0.0 : scale}.
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
   * Writes the mask as numbers: {@code out = dropped ? +0.0 : 1}.
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
   * Writes the fill: {@code out = dropped ? fill : shift}.
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
   * Copies from two tensors, bit for bit: {@code out = dropped ? b : a}.
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

  /** Returns how many elements are left of an element's run, up to a limit. */
  private int run(int element, int most) {
    int run = Math.min(layout.run(), scales.run());
    return Math.min(run - element % run, most);
  }

  private boolean isDropped(int element) {
    return Bits.get(dropped, layout.bit(element));
  }
}
