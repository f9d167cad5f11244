package io.github.dropblock.internal.kernel;

import static jdk.incubator.vector.LongVector.fromArray;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.ROL;
import static jdk.incubator.vector.VectorOperators.XOR;

import io.github.dropblock.internal.random.BernoulliWords;
import io.github.dropblock.internal.random.UniformBits;
import io.github.dropblock.internal.random.Xoshiro;
import java.util.Arrays;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Comparison of binary digits with those of a threshold, for one word of each of some lanes: see
 * {@link BernoulliWords}. A digit 1 of the threshold turns the draws into "or" with the random
 * word, and a digit 0 into "and".
 *
 * <p>A vector of 512 bits holds all lanes of the generator. With shorter vectors, each takes its
 * turn.
 *
 * <p>Four digits are written out on purpose. A loop over the digits, a method for what repeats, a
 * vector that is made from a number, or more digits at a time look better or are faster. But with
 * any of them, the compiler of some JVMs no longer inlines the last calls, and vectors become
 * objects, which is up to twenty times slower. A method of more than 325 bytes of code is never
 * inlined into its caller, so its speed does not depend on who calls it.
 */
final class VectorDigits {
  /** Number of digits that are compared at a time. */
  static final int AT_A_TIME = 4;

  /** The preferred species, or the one that holds all lanes if that is shorter. */
  private static final VectorSpecies<Long> LONGS =
      LongVector.SPECIES_PREFERRED.length() > Xoshiro.LANES
          ? LongVector.SPECIES_512
          : LongVector.SPECIES_PREFERRED;

  /** Number of lanes of the generator that are compared at a time. */
  static final int LANES = LONGS.length();

  /** Index in the work array of the threshold's digits. */
  private static final int DIGITS = BernoulliWords.WORK;

  /** Number of words that the digits take in the work array. */
  static final int WORK = BernoulliWords.MOST_DIGITS * Xoshiro.LANES;

  private VectorDigits() {}

  /** Writes the digits of a threshold to the work array, from the lowest up. */
  static void prepare(long threshold, int digits, long[] work) {
    for (int i = 0; i < digits; i++) {
      long digit = -(threshold >>> (UniformBits.BITS - digits + i) & 1);
      int first = DIGITS + i * Xoshiro.LANES;
      Arrays.fill(work, first, first + Xoshiro.LANES, digit);
    }
  }

  /**
   * Compares some digits.
   *
   * <p>Modified: the draws that take ties for failures, at {@code at} in {@code out}, and those
   * that take ties for successes, at {@code upperAt} in {@code work}; the states of the lanes.
   *
   * @param first number of the first digit, a multiple of {@value #AT_A_TIME}
   */
  static void compare(int first, long[] out, int at, long[] work, int upperAt, int lane) {
    int digitAt = DIGITS + first * Xoshiro.LANES;
    LongVector s0 = fromArray(LONGS, work, Xoshiro.S0 + lane);
    LongVector s1 = fromArray(LONGS, work, Xoshiro.S1 + lane);
    LongVector s2 = fromArray(LONGS, work, Xoshiro.S2 + lane);
    LongVector s3 = fromArray(LONGS, work, Xoshiro.S3 + lane);
    LongVector lower = fromArray(LONGS, out, at);
    LongVector upper = fromArray(LONGS, work, upperAt);
    LongVector digit;
    LongVector random;
    LongVector either;
    LongVector both;
    LongVector shifted;
    digit = fromArray(LONGS, work, digitAt);
    random = s0.add(s3).lanewise(ROL, 23).add(s0);
    either = random.or(digit);
    both = random.and(digit);
    lower = lower.and(either).or(both);
    upper = upper.and(either).or(both);
    shifted = s1.lanewise(LSHL, 17);
    s2 = s2.lanewise(XOR, s0);
    s3 = s3.lanewise(XOR, s1);
    s1 = s1.lanewise(XOR, s2);
    s0 = s0.lanewise(XOR, s3);
    s2 = s2.lanewise(XOR, shifted);
    s3 = s3.lanewise(ROL, 45);
    digit = fromArray(LONGS, work, digitAt + Xoshiro.LANES);
    random = s0.add(s3).lanewise(ROL, 23).add(s0);
    either = random.or(digit);
    both = random.and(digit);
    lower = lower.and(either).or(both);
    upper = upper.and(either).or(both);
    shifted = s1.lanewise(LSHL, 17);
    s2 = s2.lanewise(XOR, s0);
    s3 = s3.lanewise(XOR, s1);
    s1 = s1.lanewise(XOR, s2);
    s0 = s0.lanewise(XOR, s3);
    s2 = s2.lanewise(XOR, shifted);
    s3 = s3.lanewise(ROL, 45);
    digit = fromArray(LONGS, work, digitAt + 2 * Xoshiro.LANES);
    random = s0.add(s3).lanewise(ROL, 23).add(s0);
    either = random.or(digit);
    both = random.and(digit);
    lower = lower.and(either).or(both);
    upper = upper.and(either).or(both);
    shifted = s1.lanewise(LSHL, 17);
    s2 = s2.lanewise(XOR, s0);
    s3 = s3.lanewise(XOR, s1);
    s1 = s1.lanewise(XOR, s2);
    s0 = s0.lanewise(XOR, s3);
    s2 = s2.lanewise(XOR, shifted);
    s3 = s3.lanewise(ROL, 45);
    digit = fromArray(LONGS, work, digitAt + 3 * Xoshiro.LANES);
    random = s0.add(s3).lanewise(ROL, 23).add(s0);
    either = random.or(digit);
    both = random.and(digit);
    lower = lower.and(either).or(both);
    upper = upper.and(either).or(both);
    shifted = s1.lanewise(LSHL, 17);
    s2 = s2.lanewise(XOR, s0);
    s3 = s3.lanewise(XOR, s1);
    s1 = s1.lanewise(XOR, s2);
    s0 = s0.lanewise(XOR, s3);
    s2 = s2.lanewise(XOR, shifted);
    s3 = s3.lanewise(ROL, 45);
    lower.intoArray(out, at);
    upper.intoArray(work, upperAt);
    s0.intoArray(work, Xoshiro.S0 + lane);
    s1.intoArray(work, Xoshiro.S1 + lane);
    s2.intoArray(work, Xoshiro.S2 + lane);
    s3.intoArray(work, Xoshiro.S3 + lane);
  }
}
