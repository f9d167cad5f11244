package io.github.dropblock.internal.kernel;

import static io.github.dropblock.internal.kernel.VectorBits.FLOATS;
import static io.github.dropblock.internal.kernel.VectorBits.INTS;
import static io.github.dropblock.internal.kernel.VectorBits.TO_SIGN;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.XOR;

import io.github.dropblock.internal.bits.Bits;
import io.github.dropblock.internal.random.BernoulliWords;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Loops in vectors of the JDK's Vector API, as wide as the CPU prefers.
 *
 * <p>Elements that do not fill a vector go through the scalar loops, which cost less than masked
 * vectors. Hot methods are small, since the compiler must inline a vector expression completely.
 * Otherwise it boxes the vectors.
 */
class VectorKernels extends ScalarKernels {
  private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
  private static final int LANES = FLOATS.length();
  private static final int FLOATS_OF_LINE = 16;

  /** Number of elements from which it pays to begin at a cache line. */
  private static final int LONG_RUN = 1024;

  /** First element that begins a cache line: an array's header takes the space of four floats. */
  private static final int FIRST_OF_LINE = FLOATS_OF_LINE - 4;

  @Override
  public String name() {
    return "vector";
  }

  @Override
  public int vectorBits() {
    return FLOATS.vectorBitSize();
  }

  @Override
  public void applyMask(
      float[] in,
      int inOffset,
      float[] out,
      int outOffset,
      int length,
      long[] dropped,
      int firstBit,
      float scale) {
    int head = length < LONG_RUN ? 0 : toCacheLine(outOffset);
    if (head > 0) {
      applyPart(in, inOffset, out, outOffset, head, Bits.read(dropped, firstBit, head), scale);
    }
    int end = head + ((length - head) & -Long.SIZE);
    // Does what applyPart does. HotSpot would not compile a call of it into this loop in each JVM.
    for (int i = head; i < end; i += Long.SIZE) {
      long bits = ~Bits.word(dropped, firstBit + i);
      for (int j = 0; j < Long.SIZE; j += LANES) {
        IntVector kept =
            IntVector.broadcast(INTS, (int) (bits >>> j))
                .lanewise(LSHL, TO_SIGN)
                .lanewise(ASHR, 31);
        FloatVector product = FloatVector.fromArray(FLOATS, in, inOffset + i + j).mul(scale);
        IntVector chosen = product.reinterpretAsInts().and(kept);
        chosen.reinterpretAsFloats().intoArray(out, outOffset + i + j);
      }
    }
    int rest = length - end;
    if (rest > 0) {
      long bits = Bits.read(dropped, firstBit + end, rest);
      applyPart(in, inOffset + end, out, outOffset + end, rest, bits, scale);
    }
  }

  @Override
  public void applyScales(
      float[] in,
      int inOffset,
      float[] out,
      int outOffset,
      int length,
      long[] dropped,
      int firstBit,
      float[] scales,
      int firstScale,
      int run,
      int phase,
      float[] work) {
    int whole = length & -Long.SIZE;
    VectorScales.apply(
        in,
        inOffset,
        out,
        outOffset,
        whole,
        dropped,
        firstBit,
        scales,
        firstScale,
        run,
        phase,
        work);
    if (whole < length) {
      int at = phase + whole;
      super.applyScales(
          in,
          inOffset + whole,
          out,
          outOffset + whole,
          length - whole,
          dropped,
          firstBit + whole,
          scales,
          firstScale + at / run,
          run,
          at % run,
          work);
    }
  }

  @Override
  public void multiply(
      float[] in, int inOffset, float[] out, int outOffset, int length, float scale) {
    int whole = length & -LANES;
    for (int i = 0; i < whole; i += LANES) {
      FloatVector.fromArray(FLOATS, in, inOffset + i).mul(scale).intoArray(out, outOffset + i);
    }
    for (int i = whole; i < length; i++) {
      out[outOffset + i] = in[inOffset + i] * scale;
    }
  }

  /** Applies at most a word of bits. A short run, such as one small plane, has no more. */
  private static void applyPart(
      float[] in, int inOffset, float[] out, int outOffset, int length, long bits, float scale) {
    int whole = length & -LANES;
    for (int i = 0; i < whole; i += LANES) {
      IntVector kept =
          IntVector.broadcast(INTS, (int) (~bits >>> i)).lanewise(LSHL, TO_SIGN).lanewise(ASHR, 31);
      FloatVector product = FloatVector.fromArray(FLOATS, in, inOffset + i).mul(scale);
      product.reinterpretAsInts().and(kept).reinterpretAsFloats().intoArray(out, outOffset + i);
    }
    for (int i = whole; i < length; i++) {
      boolean kept = (bits >>> i & 1) == 0;
      out[outOffset + i] = kept ? in[inOffset + i] * scale : 0f;
    }
  }

  /**
   * Returns the number of elements up to the next cache line, if the array begins at one, as large
   * arrays do. Wide stores that straddle two lines take up to 1.6 times as long.
   */
  private static int toCacheLine(int offset) {
    return (FIRST_OF_LINE - offset) & (FLOATS_OF_LINE - 1);
  }

  @Override
  public void writeMultipliers(
      float[] out, int outOffset, int length, long[] dropped, int firstBit, float scale) {
    int whole = length & -Long.SIZE;
    for (int i = 0; i < whole; i += Long.SIZE) {
      long bits = Bits.word(dropped, firstBit + i);
      writeWord(out, outOffset + i, bits, scale);
    }
    int rest = length - whole;
    super.writeMultipliers(out, outOffset + whole, rest, dropped, firstBit + whole, scale);
  }

  private static void writeWord(float[] out, int outOffset, long bits, float scale) {
    IntVector multiplier = IntVector.broadcast(INTS, Float.floatToRawIntBits(scale));
    for (int i = 0; i < Long.SIZE; i += LANES) {
      IntVector kept =
          IntVector.broadcast(INTS, (int) (~bits >>> i)).lanewise(LSHL, TO_SIGN).lanewise(ASHR, 31);
      multiplier.and(kept).reinterpretAsFloats().intoArray(out, outOffset + i);
    }
  }

  @Override
  public void select(
      float[] a,
      int aOffset,
      float[] b,
      int bOffset,
      float[] out,
      int outOffset,
      int length,
      long[] dropped,
      int firstBit) {
    int head = length < LONG_RUN ? 0 : toCacheLine(outOffset);
    super.select(a, aOffset, b, bOffset, out, outOffset, head, dropped, firstBit);
    int end = head + ((length - head) & -Long.SIZE);
    for (int i = head; i < end; i += Long.SIZE) {
      long bits = Bits.word(dropped, firstBit + i);
      selectWord(a, aOffset + i, b, bOffset + i, out, outOffset + i, bits);
    }
    int bit = firstBit + end;
    super.select(
        a, aOffset + end, b, bOffset + end, out, outOffset + end, length - end, dropped, bit);
  }

  private static void selectWord(
      float[] a, int aOffset, float[] b, int bOffset, float[] out, int outOffset, long bits) {
    for (int i = 0; i < Long.SIZE; i += LANES) {
      IntVector first = FloatVector.fromArray(FLOATS, a, aOffset + i).reinterpretAsInts();
      IntVector second = FloatVector.fromArray(FLOATS, b, bOffset + i).reinterpretAsInts();
      IntVector kept =
          IntVector.broadcast(INTS, (int) (~bits >>> i)).lanewise(LSHL, TO_SIGN).lanewise(ASHR, 31);
      IntVector chosen = first.lanewise(XOR, second).and(kept).lanewise(XOR, second);
      chosen.reinterpretAsFloats().intoArray(out, outOffset + i);
    }
  }

  @Override
  public void randomBlocks(
      long key0, long key1, long counter0, long counter1, long[] out, int blocks) {
    int whole = VectorThreefry.blocks(key0, key1, counter0, counter1, out, blocks);
    drawBlocks(key0, key1, counter0, counter1, out, whole, blocks);
  }

  @Override
  public void bernoulliWords(
      long key0,
      long key1,
      long counter0,
      long counter1,
      long threshold,
      long[] out,
      int words,
      long[] work) {
    if (words < VectorBernoulli.FEWEST || BernoulliWords.isCertain(threshold)) {
      super.bernoulliWords(key0, key1, counter0, counter1, threshold, out, words, work);
    } else {
      VectorBernoulli.words(key0, key1, counter0, counter1, threshold, out, words, work);
    }
  }

  @Override
  public void orShifted(long[] words, int count, int shift) {
    int whole = shift >> 6;
    int part = shift & 63;
    int end = count;
    if (part != 0) {
      for (; end - LONGS.length() > whole; end -= LONGS.length()) {
        orShiftedVector(words, end - LONGS.length(), whole, part);
      }
    }
    super.orShifted(words, end, shift);
  }

  private static void orShiftedVector(long[] words, int at, int whole, int part) {
    LongVector high = LongVector.fromArray(LONGS, words, at - whole).lanewise(LSHL, part);
    LongVector low =
        LongVector.fromArray(LONGS, words, at - whole - 1).lanewise(LSHR, Long.SIZE - part);
    LongVector.fromArray(LONGS, words, at).or(high).or(low).intoArray(words, at);
  }
}
