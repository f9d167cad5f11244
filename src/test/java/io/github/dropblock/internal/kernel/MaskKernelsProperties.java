package io.github.dropblock.internal.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.github.dropblock.internal.bits.Bits;
import java.util.Arrays;
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
  void applyScalesMultipliesEachRunByItsScale(
      @ForAll("kernels") Kernels kernels,
      @ForAll("tensors") float[] in,
      @ForAll("masks") long[] dropped,
      @ForAll("runs") Run at,
      @ForAll @IntRange(min = 1, max = Kernels.SHORT_RUN) int run,
      @ForAll @IntRange(max = Kernels.SHORT_RUN - 1) int anyPhase,
      @ForAll("tensors") float[] scales) {
    int phase = anyPhase % run;
    int firstScale = at.firstBit();
    float[] out = in.clone();
    float[] expected = in.clone();
    for (int i = 0; i < at.length(); i++) {
      float scale = scales[(firstScale + (phase + i) / run) % scales.length];
      boolean drop = isSet(dropped, at.firstBit() + i);
      expected[at.outOffset() + i] = drop ? 0f : in[at.inOffset() + i] * scale;
    }
    float[] repeated = Arrays.copyOf(scales, 2 * scales.length);
    System.arraycopy(scales, 0, repeated, scales.length, scales.length);
    applyScales(kernels, in, at, out, at.outOffset(), dropped, repeated, run, phase);
    assertArrayEquals(expected, out);
    float[] inPlace = in.clone();
    float[] apart = in.clone();
    applyScales(kernels, in.clone(), at, apart, at.inOffset(), dropped, repeated, run, phase);
    applyScales(kernels, inPlace, at, inPlace, at.inOffset(), dropped, repeated, run, phase);
    assertArrayEquals(apart, inPlace);
  }

  private static void applyScales(
      Kernels kernels,
      float[] in,
      Run at,
      float[] out,
      int outOffset,
      long[] dropped,
      float[] scales,
      int run,
      int phase) {
    float[] work = new float[Kernels.SCALES_WORK];
    Arrays.fill(work, Float.NaN);
    kernels.applyScales(
        in,
        at.inOffset(),
        out,
        outOffset,
        at.length(),
        dropped,
        at.firstBit(),
        scales,
        at.firstBit(),
        run,
        phase,
        work);
  }

  /** Runs beyond one chunk, whose scales do not fit the work array at once. */
  @Property(tries = 30)
  void applyScalesGoesOnBeyondAChunk(
      @ForAll("kernels") Kernels kernels,
      @ForAll @IntRange(min = 1, max = Kernels.SHORT_RUN) int run,
      @ForAll @IntRange(max = 200) int more) {
    int length = 2 * Kernels.CHUNK + more;
    float[] x = new float[length];
    Arrays.fill(x, 1);
    float[] scales = new float[length + 1];
    float[] expected = new float[length];
    for (int i = 0; i < length; i++) {
      scales[i] = i + 1;
      expected[i] = 1 + (run - 1 + i) / run;
    }
    float[] work = new float[Kernels.SCALES_WORK];
    long[] none = new long[Bits.words(length)];
    kernels.applyScales(x, 0, x, 0, length, none, 0, scales, 0, run, run - 1, work);
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
