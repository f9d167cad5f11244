package io.github.dropblock.internal.kernel;

import static jdk.incubator.vector.LongVector.fromArray;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.ROL;
import static jdk.incubator.vector.VectorOperators.XOR;

import io.github.dropblock.internal.random.BernoulliWords;
import io.github.dropblock.internal.random.UniformBits;
import io.github.dropblock.internal.random.Xoshiro;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link BernoulliWords} with the lanes of the generator in the lanes of vectors.
 *
 * <p>A vector of 512 bits holds all lanes. With shorter vectors, each takes its turn.
 */
final class VectorBernoulli {
  /** Number of words from which vectors pay: fewer leave most lanes without work. */
  static final int FEWEST = 3;

  private static final int LANES = Xoshiro.LANES;
  private static final VectorSpecies<Long> LONGS = species();

  private VectorBernoulli() {}

  /** Returns the preferred species, or the one that holds all lanes if that is shorter. */
  private static VectorSpecies<Long> species() {
    boolean isLong = LongVector.SPECIES_PREFERRED.length() > Xoshiro.LANES;
    return isLong ? LongVector.SPECIES_512 : LongVector.SPECIES_PREFERRED;
  }

  /** Draws words of 64 Bernoulli draws, as {@link Kernels#bernoulliWords}. */
  static void words(
      long key0,
      long key1,
      long counter0,
      long counter1,
      long threshold,
      long[] out,
      int words,
      long[] work) {
    VectorThreefry.blocks(key0, key1, counter0, counter1, work, Xoshiro.BLOCKS);
    for (int first = 0; first < words; first += BernoulliWords.CHUNK) {
      int count = Math.min(BernoulliWords.CHUNK, words - first);
      BernoulliWords.begin(out, first, count, work);
      int end = first + BernoulliWords.wholeRows(count);
      for (int lane = 0; lane < Xoshiro.LANES; lane += LONGS.length()) {
        for (int digit = BernoulliWords.lowestDigit(threshold); digit < UniformBits.BITS; digit++) {
          compare(-(threshold >>> digit & 1), out, first, end, work, lane);
        }
      }
      BernoulliWords.decideTies(threshold, out, first, count, work);
    }
  }

  /**
   * Compares one digit of each number of some lanes.
   *
   * <p>The loop is long on purpose. A method of more than 325 bytes of code is never inlined into
   * its caller, so the compiler always sees this loop alone, and its speed does not depend on who
   * calls it.
   *
   * @param one all bits set if the threshold's digit is 1, otherwise 0
   */
  private static void compare(long one, long[] out, int first, int end, long[] work, int lane) {
    LongVector s0 = fromArray(LONGS, work, Xoshiro.S0 + lane);
    LongVector s1 = fromArray(LONGS, work, Xoshiro.S1 + lane);
    LongVector s2 = fromArray(LONGS, work, Xoshiro.S2 + lane);
    LongVector s3 = fromArray(LONGS, work, Xoshiro.S3 + lane);
    LongVector random;
    LongVector shifted;
    LongVector both;
    LongVector either;
    int upper = BernoulliWords.UPPER - first;
    int i = first + lane;
    for (; i <= end - 4 * LANES; i += 4 * LANES) {
      random = s0.add(s3).lanewise(ROL, 23).add(s0);
      shifted = s1.lanewise(LSHL, 17);
      s2 = s2.lanewise(XOR, s0);
      s3 = s3.lanewise(XOR, s1);
      s1 = s1.lanewise(XOR, s2);
      s0 = s0.lanewise(XOR, s3);
      s2 = s2.lanewise(XOR, shifted);
      s3 = s3.lanewise(ROL, 45);
      both = random.or(one);
      either = random.and(one);
      fromArray(LONGS, out, i).and(both).or(either).intoArray(out, i);
      fromArray(LONGS, work, i + upper).and(both).or(either).intoArray(work, i + upper);
      random = s0.add(s3).lanewise(ROL, 23).add(s0);
      shifted = s1.lanewise(LSHL, 17);
      s2 = s2.lanewise(XOR, s0);
      s3 = s3.lanewise(XOR, s1);
      s1 = s1.lanewise(XOR, s2);
      s0 = s0.lanewise(XOR, s3);
      s2 = s2.lanewise(XOR, shifted);
      s3 = s3.lanewise(ROL, 45);
      both = random.or(one);
      either = random.and(one);
      fromArray(LONGS, out, i + LANES).and(both).or(either).intoArray(out, i + LANES);
      fromArray(LONGS, work, i + upper + LANES)
          .and(both)
          .or(either)
          .intoArray(work, i + upper + LANES);
      random = s0.add(s3).lanewise(ROL, 23).add(s0);
      shifted = s1.lanewise(LSHL, 17);
      s2 = s2.lanewise(XOR, s0);
      s3 = s3.lanewise(XOR, s1);
      s1 = s1.lanewise(XOR, s2);
      s0 = s0.lanewise(XOR, s3);
      s2 = s2.lanewise(XOR, shifted);
      s3 = s3.lanewise(ROL, 45);
      both = random.or(one);
      either = random.and(one);
      fromArray(LONGS, out, i + 2 * LANES).and(both).or(either).intoArray(out, i + 2 * LANES);
      fromArray(LONGS, work, i + upper + 2 * LANES)
          .and(both)
          .or(either)
          .intoArray(work, i + upper + 2 * LANES);
      random = s0.add(s3).lanewise(ROL, 23).add(s0);
      shifted = s1.lanewise(LSHL, 17);
      s2 = s2.lanewise(XOR, s0);
      s3 = s3.lanewise(XOR, s1);
      s1 = s1.lanewise(XOR, s2);
      s0 = s0.lanewise(XOR, s3);
      s2 = s2.lanewise(XOR, shifted);
      s3 = s3.lanewise(ROL, 45);
      both = random.or(one);
      either = random.and(one);
      fromArray(LONGS, out, i + 3 * LANES).and(both).or(either).intoArray(out, i + 3 * LANES);
      fromArray(LONGS, work, i + upper + 3 * LANES)
          .and(both)
          .or(either)
          .intoArray(work, i + upper + 3 * LANES);
    }
    for (; i < end; i += LANES) {
      random = s0.add(s3).lanewise(ROL, 23).add(s0);
      shifted = s1.lanewise(LSHL, 17);
      s2 = s2.lanewise(XOR, s0);
      s3 = s3.lanewise(XOR, s1);
      s1 = s1.lanewise(XOR, s2);
      s0 = s0.lanewise(XOR, s3);
      s2 = s2.lanewise(XOR, shifted);
      s3 = s3.lanewise(ROL, 45);
      both = random.or(one);
      either = random.and(one);
      fromArray(LONGS, out, i).and(both).or(either).intoArray(out, i);
      fromArray(LONGS, work, i + upper).and(both).or(either).intoArray(work, i + upper);
    }
    s0.intoArray(work, Xoshiro.S0 + lane);
    s1.intoArray(work, Xoshiro.S1 + lane);
    s2.intoArray(work, Xoshiro.S2 + lane);
    s3.intoArray(work, Xoshiro.S3 + lane);
  }
}
