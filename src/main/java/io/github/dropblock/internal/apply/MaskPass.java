package io.github.dropblock.internal.apply;

import io.github.dropblock.internal.bits.Bits;
import io.github.dropblock.internal.kernel.KernelSelector;
import io.github.dropblock.internal.kernel.Kernels;
import java.util.Arrays;

/**
 * Pass of a mask over a tensor in row-major order in an array.
 *
 * <p>A pass works run by run. The bits of a run are consecutive (see {@link BitRuns}), or one and
 * the same bit. One call of a kernel does the whole run. A run has one scale, or the kernel takes
 * scales that change every few elements.
 *
 * <p>A pass takes its work arrays before it writes the first element, so that a heap that is too
 * small changes nothing.
 */
final class MaskPass {
  /** Number of elements of one scale below which it pays to write out the scales. */
  private static final int SHORT_RUN = 100;

  private final MaskLayout layout;
  private final long[] dropped;
  private final Scales scales;
  private final FillWriter fill;
  private final BitRuns bitRuns;

  /** Work arrays of this pass alone; null if it takes those of the thread that calls it. */
  private final Object[] own;

  /**
   * Creates a pass.
   *
   * @param own work arrays; null for those of the thread that calls
   */
  MaskPass(MaskLayout layout, long[] dropped, Scales scales, FillWriter fill, Object[] own) {
    this.layout = layout;
    this.dropped = dropped;
    this.scales = scales;
    this.fill = fill;
    this.bitRuns = new BitRuns(layout, dropped);
    this.own = own;
  }

  /** Creates a pass with work arrays of its own, as many as it needs. */
  static MaskPass withOwnArrays(MaskLayout layout, long[] dropped, Scales scales, FillWriter fill) {
    boolean areShort = hasShortScales(scales);
    boolean areWritten = new BitRuns(layout, dropped).areWritten();
    return new MaskPass(layout, dropped, scales, fill, WorkArrays.create(areWritten, areShort));
  }

  /** Asked for when it is used, so that a mask that is only read selects no kernels. */
  private static Kernels kernels() {
    return KernelSelector.kernels();
  }

  private Object[] workArrays() {
    return own == null ? WorkArrays.ofThread() : own;
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
    boolean fills = direction == Direction.FORWARD && fill.needed();
    Object[] work = workArrays();
    if (!hasBitPerElement()) {
      applyWholes(in, inAt, out, outAt, element, length, fills, WorkArrays.words2(work));
      return;
    }
    long[] bits = bitRuns.bits(WorkArrays.bits(work));
    int written = -1;
    for (int i = 0, run; i < length; i += run) {
      int first = element + i;
      run = bitRun(first, length - i);
      written = bitRuns.write(first, run, written, WorkArrays.bits(work));
      int bit = bitRuns.firstBit(first);
      if (fills) {
        applyFilled(in, inAt + i, out, outAt + i, first, run, bits, bit, work);
      } else {
        applyBits(in, inAt + i, out, outAt + i, first, run, bits, bit, work);
      }
    }
  }

  /** Tells whether a run has one bit per element, and not one for all of them. */
  private boolean hasBitPerElement() {
    return layout.granularity().byPosition()
        || (bitRuns.areSpread() && (scales.run() >= layout.sampleSize() || hasShortScales()));
  }

  private boolean hasShortScales() {
    return hasShortScales(scales);
  }

  private static boolean hasShortScales(Scales scales) {
    return !scales.isSingle() && scales.run() < SHORT_RUN;
  }

  /** Returns the length of a run with consecutive bits and with scales that a kernel can take. */
  private int bitRun(int element, int most) {
    int run = Math.min(bitRuns.length(element), most);
    return hasShortScales() ? run : Math.min(run, scales.run() - element % scales.run());
  }

  private void applyBits(
      float[] in,
      int inAt,
      float[] out,
      int outAt,
      int element,
      int length,
      long[] bits,
      int bit,
      Object[] work) {
    if (hasShortScales()) {
      int first = scales.number(element);
      int phase = element % scales.run();
      float[] factors = WorkArrays.factors(work);
      float[] values = scales.values();
      kernels()
          .applyScales(
              in, inAt, out, outAt, length, bits, bit, values, first, scales.run(), phase, factors);
    } else {
      kernels().applyMask(in, inAt, out, outAt, length, bits, bit, scales.at(element));
    }
  }

  /** Applies a chunk at a time, so that the fill goes to lines in the first-level cache. */
  private void applyFilled(
      float[] in,
      int inAt,
      float[] out,
      int outAt,
      int element,
      int length,
      long[] bits,
      int bit,
      Object[] work) {
    long[] words2 = WorkArrays.words2(work);
    for (int i = 0, chunk; i < length; i += chunk) {
      chunk = Math.min(Kernels.CHUNK, length - i); // What is beyond 2^31 may overflow.
      applyBits(in, inAt + i, out, outAt + i, element + i, chunk, bits, bit + i, work);
      fill.write(out, outAt + i, chunk, bits, bit + i, element + i, words2);
    }
  }

  /** Applies runs that have one bit each. */
  private void applyWholes(
      float[] in,
      int inAt,
      float[] out,
      int outAt,
      int element,
      int length,
      boolean fills,
      long[] words2) {
    for (int i = 0, run; i < length; i += run) {
      int first = element + i;
      run = run(first, fills ? Math.min(Kernels.CHUNK, length - i) : length - i);
      if (!isDropped(first)) {
        kernels().multiply(in, inAt + i, out, outAt + i, run, scales.at(first));
        if (fills) {
          fill.writeKept(out, outAt + i, run);
        }
      } else if (fills) {
        fill.writeAll(out, outAt + i, run, first, words2);
      } else {
        Arrays.fill(out, outAt + i, outAt + i + run, 0f);
      }
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
      kernels().writeMultipliers(out, at, length, dropped, layout.bit(element), scale);
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
    long[] words2 = WorkArrays.words2(workArrays());
    Arrays.fill(out, at, at + length, 0f);
    for (int i = 0, run; i < length && fill.needed(); i += run) {
      int first = element + i;
      run = run(first, Math.min(Kernels.CHUNK, length - i));
      if (layout.granularity().byPosition()) {
        fill.write(out, at + i, run, dropped, layout.bit(first), first, words2);
      } else if (isDropped(first)) {
        fill.writeAll(out, at + i, run, first, words2);
      } else {
        fill.writeKept(out, at + i, run);
      }
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
        kernels().select(a, aAt + i, b, bAt + i, out, outAt + i, run, dropped, bit);
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
