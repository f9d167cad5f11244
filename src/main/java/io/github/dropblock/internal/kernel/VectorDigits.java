package io.github.dropblock.internal.kernel;

import static io.github.dropblock.internal.kernel.VectorBernoulli.UPPER;
import static jdk.incubator.vector.LongVector.fromArray;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.ROL;
import static jdk.incubator.vector.VectorOperators.XOR;

import io.github.dropblock.internal.random.UniformBits;
import io.github.dropblock.internal.random.Xoshiro;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Comparison of binary digits with those of a threshold: see {@link
 * io.github.dropblock.internal.random.BernoulliWords}.
 *
 * <p>A vector of 512 bits holds all lanes of the generator. With shorter vectors, each takes its
 * turn.
 *
 * <p>The digits are written out on purpose. A method of more than 325 bytes of code is never
 * inlined into its caller, so the compiler always sees this code alone, and its speed does not
 * depend on who calls it. With a method for each repeated expression the compiler stops inlining,
 * and each vector is an object: twenty times slower. A digit 1 of the threshold turns the draws
 * into "or" with the random word, and a digit 0 into "and".
 */
final class VectorDigits {
  /** The preferred species, or the one that holds all lanes if that is shorter. */
  private static final VectorSpecies<Long> LONGS =
      LongVector.SPECIES_PREFERRED.length() > Xoshiro.LANES
          ? LongVector.SPECIES_512
          : LongVector.SPECIES_PREFERRED;

  /** Number of lanes of the generator that are compared at a time. */
  static final int LANES = LONGS.length();

  private VectorDigits() {}

  /** Returns all bits set if a digit of the threshold is 1, otherwise 0. Digit 1 is the highest. */
  private static LongVector digit(long threshold, int digit) {
    return LongVector.broadcast(LONGS, -(threshold >>> (UniformBits.BITS - digit) & 1));
  }

  /** Compares 12 digits of each number of some lanes. */
  static void compareMost(long threshold, long[] out, int first, int end, long[] work, int lane) {
    LongVector s0 = fromArray(LONGS, work, Xoshiro.S0 + lane);
    LongVector s1 = fromArray(LONGS, work, Xoshiro.S1 + lane);
    LongVector s2 = fromArray(LONGS, work, Xoshiro.S2 + lane);
    LongVector s3 = fromArray(LONGS, work, Xoshiro.S3 + lane);
    LongVector lower;
    LongVector upper;
    LongVector random;
    LongVector either;
    LongVector both;
    LongVector shifted;
    LongVector digit12 = digit(threshold, 12);
    LongVector digit11 = digit(threshold, 11);
    LongVector digit10 = digit(threshold, 10);
    LongVector digit9 = digit(threshold, 9);
    LongVector digit8 = digit(threshold, 8);
    LongVector digit7 = digit(threshold, 7);
    LongVector digit6 = digit(threshold, 6);
    LongVector digit5 = digit(threshold, 5);
    LongVector digit4 = digit(threshold, 4);
    LongVector digit3 = digit(threshold, 3);
    LongVector digit2 = digit(threshold, 2);
    LongVector digit1 = digit(threshold, 1);
    for (int i = first + lane; i < end; i += Xoshiro.LANES) {
      lower = LongVector.zero(LONGS);
      upper = LongVector.broadcast(LONGS, -1L);
      random = s0.add(s3).lanewise(ROL, 23).add(s0);
      either = random.or(digit12);
      both = random.and(digit12);
      lower = lower.and(either).or(both);
      upper = upper.and(either).or(both);
      shifted = s1.lanewise(LSHL, 17);
      s2 = s2.lanewise(XOR, s0);
      s3 = s3.lanewise(XOR, s1);
      s1 = s1.lanewise(XOR, s2);
      s0 = s0.lanewise(XOR, s3);
      s2 = s2.lanewise(XOR, shifted);
      s3 = s3.lanewise(ROL, 45);
      random = s0.add(s3).lanewise(ROL, 23).add(s0);
      either = random.or(digit11);
      both = random.and(digit11);
      lower = lower.and(either).or(both);
      upper = upper.and(either).or(both);
      shifted = s1.lanewise(LSHL, 17);
      s2 = s2.lanewise(XOR, s0);
      s3 = s3.lanewise(XOR, s1);
      s1 = s1.lanewise(XOR, s2);
      s0 = s0.lanewise(XOR, s3);
      s2 = s2.lanewise(XOR, shifted);
      s3 = s3.lanewise(ROL, 45);
      random = s0.add(s3).lanewise(ROL, 23).add(s0);
      either = random.or(digit10);
      both = random.and(digit10);
      lower = lower.and(either).or(both);
      upper = upper.and(either).or(both);
      shifted = s1.lanewise(LSHL, 17);
      s2 = s2.lanewise(XOR, s0);
      s3 = s3.lanewise(XOR, s1);
      s1 = s1.lanewise(XOR, s2);
      s0 = s0.lanewise(XOR, s3);
      s2 = s2.lanewise(XOR, shifted);
      s3 = s3.lanewise(ROL, 45);
      random = s0.add(s3).lanewise(ROL, 23).add(s0);
      either = random.or(digit9);
      both = random.and(digit9);
      lower = lower.and(either).or(both);
      upper = upper.and(either).or(both);
      shifted = s1.lanewise(LSHL, 17);
      s2 = s2.lanewise(XOR, s0);
      s3 = s3.lanewise(XOR, s1);
      s1 = s1.lanewise(XOR, s2);
      s0 = s0.lanewise(XOR, s3);
      s2 = s2.lanewise(XOR, shifted);
      s3 = s3.lanewise(ROL, 45);
      random = s0.add(s3).lanewise(ROL, 23).add(s0);
      either = random.or(digit8);
      both = random.and(digit8);
      lower = lower.and(either).or(both);
      upper = upper.and(either).or(both);
      shifted = s1.lanewise(LSHL, 17);
      s2 = s2.lanewise(XOR, s0);
      s3 = s3.lanewise(XOR, s1);
      s1 = s1.lanewise(XOR, s2);
      s0 = s0.lanewise(XOR, s3);
      s2 = s2.lanewise(XOR, shifted);
      s3 = s3.lanewise(ROL, 45);
      random = s0.add(s3).lanewise(ROL, 23).add(s0);
      either = random.or(digit7);
      both = random.and(digit7);
      lower = lower.and(either).or(both);
      upper = upper.and(either).or(both);
      shifted = s1.lanewise(LSHL, 17);
      s2 = s2.lanewise(XOR, s0);
      s3 = s3.lanewise(XOR, s1);
      s1 = s1.lanewise(XOR, s2);
      s0 = s0.lanewise(XOR, s3);
      s2 = s2.lanewise(XOR, shifted);
      s3 = s3.lanewise(ROL, 45);
      random = s0.add(s3).lanewise(ROL, 23).add(s0);
      either = random.or(digit6);
      both = random.and(digit6);
      lower = lower.and(either).or(both);
      upper = upper.and(either).or(both);
      shifted = s1.lanewise(LSHL, 17);
      s2 = s2.lanewise(XOR, s0);
      s3 = s3.lanewise(XOR, s1);
      s1 = s1.lanewise(XOR, s2);
      s0 = s0.lanewise(XOR, s3);
      s2 = s2.lanewise(XOR, shifted);
      s3 = s3.lanewise(ROL, 45);
      random = s0.add(s3).lanewise(ROL, 23).add(s0);
      either = random.or(digit5);
      both = random.and(digit5);
      lower = lower.and(either).or(both);
      upper = upper.and(either).or(both);
      shifted = s1.lanewise(LSHL, 17);
      s2 = s2.lanewise(XOR, s0);
      s3 = s3.lanewise(XOR, s1);
      s1 = s1.lanewise(XOR, s2);
      s0 = s0.lanewise(XOR, s3);
      s2 = s2.lanewise(XOR, shifted);
      s3 = s3.lanewise(ROL, 45);
      random = s0.add(s3).lanewise(ROL, 23).add(s0);
      either = random.or(digit4);
      both = random.and(digit4);
      lower = lower.and(either).or(both);
      upper = upper.and(either).or(both);
      shifted = s1.lanewise(LSHL, 17);
      s2 = s2.lanewise(XOR, s0);
      s3 = s3.lanewise(XOR, s1);
      s1 = s1.lanewise(XOR, s2);
      s0 = s0.lanewise(XOR, s3);
      s2 = s2.lanewise(XOR, shifted);
      s3 = s3.lanewise(ROL, 45);
      random = s0.add(s3).lanewise(ROL, 23).add(s0);
      either = random.or(digit3);
      both = random.and(digit3);
      lower = lower.and(either).or(both);
      upper = upper.and(either).or(both);
      shifted = s1.lanewise(LSHL, 17);
      s2 = s2.lanewise(XOR, s0);
      s3 = s3.lanewise(XOR, s1);
      s1 = s1.lanewise(XOR, s2);
      s0 = s0.lanewise(XOR, s3);
      s2 = s2.lanewise(XOR, shifted);
      s3 = s3.lanewise(ROL, 45);
      random = s0.add(s3).lanewise(ROL, 23).add(s0);
      either = random.or(digit2);
      both = random.and(digit2);
      lower = lower.and(either).or(both);
      upper = upper.and(either).or(both);
      shifted = s1.lanewise(LSHL, 17);
      s2 = s2.lanewise(XOR, s0);
      s3 = s3.lanewise(XOR, s1);
      s1 = s1.lanewise(XOR, s2);
      s0 = s0.lanewise(XOR, s3);
      s2 = s2.lanewise(XOR, shifted);
      s3 = s3.lanewise(ROL, 45);
      random = s0.add(s3).lanewise(ROL, 23).add(s0);
      either = random.or(digit1);
      both = random.and(digit1);
      lower = lower.and(either).or(both);
      upper = upper.and(either).or(both);
      shifted = s1.lanewise(LSHL, 17);
      s2 = s2.lanewise(XOR, s0);
      s3 = s3.lanewise(XOR, s1);
      s1 = s1.lanewise(XOR, s2);
      s0 = s0.lanewise(XOR, s3);
      s2 = s2.lanewise(XOR, shifted);
      s3 = s3.lanewise(ROL, 45);
      lower.intoArray(out, i);
      upper.intoArray(work, UPPER + i - first);
    }
    s0.intoArray(work, Xoshiro.S0 + lane);
    s1.intoArray(work, Xoshiro.S1 + lane);
    s2.intoArray(work, Xoshiro.S2 + lane);
    s3.intoArray(work, Xoshiro.S3 + lane);
  }

  /** Compares 4 digits of each number of some lanes. */
  static void compareFew(long threshold, long[] out, int first, int end, long[] work, int lane) {
    LongVector s0 = fromArray(LONGS, work, Xoshiro.S0 + lane);
    LongVector s1 = fromArray(LONGS, work, Xoshiro.S1 + lane);
    LongVector s2 = fromArray(LONGS, work, Xoshiro.S2 + lane);
    LongVector s3 = fromArray(LONGS, work, Xoshiro.S3 + lane);
    LongVector lower;
    LongVector upper;
    LongVector random;
    LongVector either;
    LongVector both;
    LongVector shifted;
    LongVector digit4 = digit(threshold, 4);
    LongVector digit3 = digit(threshold, 3);
    LongVector digit2 = digit(threshold, 2);
    LongVector digit1 = digit(threshold, 1);
    for (int i = first + lane; i < end; i += Xoshiro.LANES) {
      lower = LongVector.zero(LONGS);
      upper = LongVector.broadcast(LONGS, -1L);
      random = s0.add(s3).lanewise(ROL, 23).add(s0);
      either = random.or(digit4);
      both = random.and(digit4);
      lower = lower.and(either).or(both);
      upper = upper.and(either).or(both);
      shifted = s1.lanewise(LSHL, 17);
      s2 = s2.lanewise(XOR, s0);
      s3 = s3.lanewise(XOR, s1);
      s1 = s1.lanewise(XOR, s2);
      s0 = s0.lanewise(XOR, s3);
      s2 = s2.lanewise(XOR, shifted);
      s3 = s3.lanewise(ROL, 45);
      random = s0.add(s3).lanewise(ROL, 23).add(s0);
      either = random.or(digit3);
      both = random.and(digit3);
      lower = lower.and(either).or(both);
      upper = upper.and(either).or(both);
      shifted = s1.lanewise(LSHL, 17);
      s2 = s2.lanewise(XOR, s0);
      s3 = s3.lanewise(XOR, s1);
      s1 = s1.lanewise(XOR, s2);
      s0 = s0.lanewise(XOR, s3);
      s2 = s2.lanewise(XOR, shifted);
      s3 = s3.lanewise(ROL, 45);
      random = s0.add(s3).lanewise(ROL, 23).add(s0);
      either = random.or(digit2);
      both = random.and(digit2);
      lower = lower.and(either).or(both);
      upper = upper.and(either).or(both);
      shifted = s1.lanewise(LSHL, 17);
      s2 = s2.lanewise(XOR, s0);
      s3 = s3.lanewise(XOR, s1);
      s1 = s1.lanewise(XOR, s2);
      s0 = s0.lanewise(XOR, s3);
      s2 = s2.lanewise(XOR, shifted);
      s3 = s3.lanewise(ROL, 45);
      random = s0.add(s3).lanewise(ROL, 23).add(s0);
      either = random.or(digit1);
      both = random.and(digit1);
      lower = lower.and(either).or(both);
      upper = upper.and(either).or(both);
      shifted = s1.lanewise(LSHL, 17);
      s2 = s2.lanewise(XOR, s0);
      s3 = s3.lanewise(XOR, s1);
      s1 = s1.lanewise(XOR, s2);
      s0 = s0.lanewise(XOR, s3);
      s2 = s2.lanewise(XOR, shifted);
      s3 = s3.lanewise(ROL, 45);
      lower.intoArray(out, i);
      upper.intoArray(work, UPPER + i - first);
    }
    s0.intoArray(work, Xoshiro.S0 + lane);
    s1.intoArray(work, Xoshiro.S1 + lane);
    s2.intoArray(work, Xoshiro.S2 + lane);
    s3.intoArray(work, Xoshiro.S3 + lane);
  }
}
