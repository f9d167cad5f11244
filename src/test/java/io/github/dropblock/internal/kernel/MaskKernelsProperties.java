package io.github.dropblock.internal.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;

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

  private static boolean isSet(long[] words, int bit) {
    return (words[bit / 64] >>> (bit % 64) & 1) == 1;
  }
}
