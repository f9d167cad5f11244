package io.github.dropblock.internal.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.github.dropblock.internal.bits.Bits;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** The loops that apply a mask, against naive loops: elements outside a run stay as they are. */
@Tag("kernels")
class MaskKernelsProperties extends KernelArbitraries {
  @Property
  void applyMaskScalesWhatIsKeptAndZeroesTheRest(
      @ForAll("kernels") Kernels kernels,
      @ForAll("tensors") float[] in,
      @ForAll("tensors") float[] out,
      @ForAll("masks") long[] dropped,
      @ForAll("runs") Run run,
      @ForAll("scales") float scale) {
    float[] inBefore = in.clone();
    long[] droppedBefore = dropped.clone();
    float[] expected = out.clone();
    for (int i = 0; i < run.length(); i++) {
      boolean drop = isSet(dropped, run.firstBit() + i);
      expected[run.outOffset() + i] = drop ? 0f : in[run.inOffset() + i] * scale;
    }
    kernels.applyMask(
        in, run.inOffset(), out, run.outOffset(), run.length(), dropped, run.firstBit(), scale);
    assertArrayEquals(expected, out);
    assertArrayEquals(inBefore, in);
    assertArrayEquals(droppedBefore, dropped);
  }

  @Property
  void applyMaskInPlaceGivesTheSame(
      @ForAll("kernels") Kernels kernels,
      @ForAll("tensors") float[] x,
      @ForAll("masks") long[] dropped,
      @ForAll("runs") Run run,
      @ForAll("scales") float scale) {
    int offset = run.inOffset();
    float[] expected = x.clone();
    kernels.applyMask(
        x.clone(), offset, expected, offset, run.length(), dropped, run.firstBit(), scale);
    kernels.applyMask(x, offset, x, offset, run.length(), dropped, run.firstBit(), scale);
    assertArrayEquals(expected, x);
  }

  @Property
  void applyRepeatedGoesRoundThePlane(
      @ForAll("kernels") Kernels kernels,
      @ForAll("tensors") float[] in,
      @ForAll("tensors") float[] out,
      @ForAll("masks") long[] dropped,
      @ForAll("runs") Run run,
      @ForAll @IntRange(min = 1, max = 300) int period,
      @ForAll("scales") float scale) {
    long[] plane = repeated(dropped, period);
    long[] planeBefore = plane.clone();
    float[] inBefore = in.clone();
    float[] expected = out.clone();
    int first = run.firstBit() % period;
    for (int i = 0; i < run.length(); i++) {
      boolean drop = isSet(dropped, (first + i) % period);
      expected[run.outOffset() + i] = drop ? 0f : in[run.inOffset() + i] * scale;
    }
    kernels.applyRepeated(
        in, run.inOffset(), out, run.outOffset(), run.length(), plane, period, first, scale);
    assertArrayEquals(expected, out);
    assertArrayEquals(inBefore, in);
    assertArrayEquals(planeBefore, plane);
  }

  /** The first bits, and behind them 63 more from the first one on. */
  private static long[] repeated(long[] bits, int period) {
    long[] plane = new long[Bits.words(period + 63)];
    for (int i = 0; i < period + 63; i++) {
      if (isSet(bits, i % period)) {
        plane[i / 64] |= 1L << (i % 64);
      }
    }
    return plane;
  }

  @Property
  void applyRepeatedInPlaceGivesTheSame(
      @ForAll("kernels") Kernels kernels,
      @ForAll("tensors") float[] x,
      @ForAll("masks") long[] dropped,
      @ForAll("runs") Run run,
      @ForAll @IntRange(min = 1, max = 300) int period,
      @ForAll("scales") float scale) {
    long[] plane = repeated(dropped, period);
    int at = run.inOffset();
    float[] expected = x.clone();
    kernels.applyRepeated(x.clone(), at, expected, at, run.length(), plane, period, 0, scale);
    kernels.applyRepeated(x, at, x, at, run.length(), plane, period, 0, scale);
    assertArrayEquals(expected, x);
  }

  @Property
  void multiplyScalesTheRun(
      @ForAll("kernels") Kernels kernels,
      @ForAll("tensors") float[] in,
      @ForAll("tensors") float[] out,
      @ForAll("runs") Run run,
      @ForAll("scales") float scale) {
    float[] expected = out.clone();
    float[] expectedInPlace = in.clone();
    for (int i = 0; i < run.length(); i++) {
      float product = in[run.inOffset() + i] * scale;
      expected[run.outOffset() + i] = product;
      expectedInPlace[run.inOffset() + i] = product;
    }
    kernels.multiply(in, run.inOffset(), out, run.outOffset(), run.length(), scale);
    assertArrayEquals(expected, out);
    kernels.multiply(in, run.inOffset(), in, run.inOffset(), run.length(), scale);
    assertArrayEquals(expectedInPlace, in);
  }

  @Property
  void writeMultipliersWritesTheScaleOrZero(
      @ForAll("kernels") Kernels kernels,
      @ForAll("tensors") float[] out,
      @ForAll("masks") long[] dropped,
      @ForAll("runs") Run run,
      @ForAll("scales") float scale) {
    long[] droppedBefore = dropped.clone();
    float[] expected = out.clone();
    for (int i = 0; i < run.length(); i++) {
      expected[run.outOffset() + i] = isSet(dropped, run.firstBit() + i) ? 0f : scale;
    }
    kernels.writeMultipliers(out, run.outOffset(), run.length(), dropped, run.firstBit(), scale);
    assertArrayEquals(expected, out);
    assertArrayEquals(droppedBefore, dropped);
  }

  /** Bits are compared: a NaN has a payload. */
  @Property
  void selectCopiesFromOneOrTheOther(
      @ForAll("kernels") Kernels kernels,
      @ForAll("tensors") float[] a,
      @ForAll("tensors") float[] b,
      @ForAll("tensors") float[] out,
      @ForAll("masks") long[] dropped,
      @ForAll("runs") Run run) {
    a[run.inOffset()] = Float.intBitsToFloat(0x7F812345);
    b[run.firstBit()] = Float.intBitsToFloat(0xFFC54321);
    int[] expected = bits(out);
    int[] inPlace = bits(a);
    int[] inPlaceOfOther = bits(b);
    for (int i = 0; i < run.length(); i++) {
      boolean drop = isSet(dropped, run.firstBit() + i);
      int at = run.inOffset() + i;
      int bAt = run.firstBit() + i;
      int bits = Float.floatToRawIntBits(drop ? b[bAt] : a[at]);
      expected[run.outOffset() + i] = bits;
      inPlace[at] = bits;
      inPlaceOfOther[bAt] = bits;
    }
    float[] first = a.clone();
    float[] other = b.clone();
    int at = run.inOffset();
    int bAt = run.firstBit();
    kernels.select(a, at, b, bAt, out, run.outOffset(), run.length(), dropped, run.firstBit());
    assertArrayEquals(expected, bits(out));
    kernels.select(first, at, b, bAt, first, at, run.length(), dropped, run.firstBit());
    assertArrayEquals(inPlace, bits(first));
    kernels.select(a, at, other, bAt, other, bAt, run.length(), dropped, run.firstBit());
    assertArrayEquals(inPlaceOfOther, bits(other));
  }

  private static int[] bits(float[] values) {
    int[] bits = new int[values.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Float.floatToRawIntBits(values[i]);
    }
    return bits;
  }

  private static boolean isSet(long[] words, int bit) {
    return (words[bit / 64] >>> (bit % 64) & 1) == 1;
  }
}
