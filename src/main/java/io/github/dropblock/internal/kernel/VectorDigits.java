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
 * <p>The loops over the digits are written out on purpose. A method of more than 325 bytes of code
 * is never inlined into its caller, so the compiler always sees these loops alone, and their speed
 * does not depend on who calls them. The state of the generator stays in registers all along.
 */
final class VectorDigits {
  private static final VectorSpecies<Long> LONGS = species();

  /** Number of lanes of the generator that are compared at a time. */
  static final int LANES = LONGS.length();

  private VectorDigits() {}

  /** Returns the preferred species, or the one that holds all lanes if that is shorter. */
  private static VectorSpecies<Long> species() {
    boolean isLong = LongVector.SPECIES_PREFERRED.length() > Xoshiro.LANES;
    return isLong ? LongVector.SPECIES_512 : LongVector.SPECIES_PREFERRED;
  }

  /** Returns all bits set if a digit of the threshold is 1, otherwise 0. Digit 1 is the highest. */
  private static long digit(long threshold, int digit) {
    return -(threshold >>> (UniformBits.BITS - digit) & 1);
  }

  /** Returns the next word of each lane. */
  private static LongVector word(LongVector s0, LongVector s3) {
    return s0.add(s3).lanewise(ROL, 23).add(s0);
  }

  /** Compares one digit of each number with the threshold's: "or" for the digit 1, or "and". */
  private static LongVector compared(LongVector draws, LongVector random, long digit) {
    return draws.and(random.or(digit)).or(random.and(digit));
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
    LongVector shifted;
    long digit12 = digit(threshold, 12);
    long digit11 = digit(threshold, 11);
    long digit10 = digit(threshold, 10);
    long digit9 = digit(threshold, 9);
    long digit8 = digit(threshold, 8);
    long digit7 = digit(threshold, 7);
    long digit6 = digit(threshold, 6);
    long digit5 = digit(threshold, 5);
    long digit4 = digit(threshold, 4);
    long digit3 = digit(threshold, 3);
    long digit2 = digit(threshold, 2);
    long digit1 = digit(threshold, 1);
    for (int i = first + lane; i < end; i += Xoshiro.LANES) {
      lower = LongVector.zero(LONGS);
      upper = LongVector.broadcast(LONGS, -1L);
      random = word(s0, s3);
      lower = compared(lower, random, digit12);
      upper = compared(upper, random, digit12);
      shifted = s1.lanewise(LSHL, 17);
      s2 = s2.lanewise(XOR, s0);
      s3 = s3.lanewise(XOR, s1);
      s1 = s1.lanewise(XOR, s2);
      s0 = s0.lanewise(XOR, s3);
      s2 = s2.lanewise(XOR, shifted);
      s3 = s3.lanewise(ROL, 45);
      random = word(s0, s3);
      lower = compared(lower, random, digit11);
      upper = compared(upper, random, digit11);
      shifted = s1.lanewise(LSHL, 17);
      s2 = s2.lanewise(XOR, s0);
      s3 = s3.lanewise(XOR, s1);
      s1 = s1.lanewise(XOR, s2);
      s0 = s0.lanewise(XOR, s3);
      s2 = s2.lanewise(XOR, shifted);
      s3 = s3.lanewise(ROL, 45);
      random = word(s0, s3);
      lower = compared(lower, random, digit10);
      upper = compared(upper, random, digit10);
      shifted = s1.lanewise(LSHL, 17);
      s2 = s2.lanewise(XOR, s0);
      s3 = s3.lanewise(XOR, s1);
      s1 = s1.lanewise(XOR, s2);
      s0 = s0.lanewise(XOR, s3);
      s2 = s2.lanewise(XOR, shifted);
      s3 = s3.lanewise(ROL, 45);
      random = word(s0, s3);
      lower = compared(lower, random, digit9);
      upper = compared(upper, random, digit9);
      shifted = s1.lanewise(LSHL, 17);
      s2 = s2.lanewise(XOR, s0);
      s3 = s3.lanewise(XOR, s1);
      s1 = s1.lanewise(XOR, s2);
      s0 = s0.lanewise(XOR, s3);
      s2 = s2.lanewise(XOR, shifted);
      s3 = s3.lanewise(ROL, 45);
      random = word(s0, s3);
      lower = compared(lower, random, digit8);
      upper = compared(upper, random, digit8);
      shifted = s1.lanewise(LSHL, 17);
      s2 = s2.lanewise(XOR, s0);
      s3 = s3.lanewise(XOR, s1);
      s1 = s1.lanewise(XOR, s2);
      s0 = s0.lanewise(XOR, s3);
      s2 = s2.lanewise(XOR, shifted);
      s3 = s3.lanewise(ROL, 45);
      random = word(s0, s3);
      lower = compared(lower, random, digit7);
      upper = compared(upper, random, digit7);
      shifted = s1.lanewise(LSHL, 17);
      s2 = s2.lanewise(XOR, s0);
      s3 = s3.lanewise(XOR, s1);
      s1 = s1.lanewise(XOR, s2);
      s0 = s0.lanewise(XOR, s3);
      s2 = s2.lanewise(XOR, shifted);
      s3 = s3.lanewise(ROL, 45);
      random = word(s0, s3);
      lower = compared(lower, random, digit6);
      upper = compared(upper, random, digit6);
      shifted = s1.lanewise(LSHL, 17);
      s2 = s2.lanewise(XOR, s0);
      s3 = s3.lanewise(XOR, s1);
      s1 = s1.lanewise(XOR, s2);
      s0 = s0.lanewise(XOR, s3);
      s2 = s2.lanewise(XOR, shifted);
      s3 = s3.lanewise(ROL, 45);
      random = word(s0, s3);
      lower = compared(lower, random, digit5);
      upper = compared(upper, random, digit5);
      shifted = s1.lanewise(LSHL, 17);
      s2 = s2.lanewise(XOR, s0);
      s3 = s3.lanewise(XOR, s1);
      s1 = s1.lanewise(XOR, s2);
      s0 = s0.lanewise(XOR, s3);
      s2 = s2.lanewise(XOR, shifted);
      s3 = s3.lanewise(ROL, 45);
      random = word(s0, s3);
      lower = compared(lower, random, digit4);
      upper = compared(upper, random, digit4);
      shifted = s1.lanewise(LSHL, 17);
      s2 = s2.lanewise(XOR, s0);
      s3 = s3.lanewise(XOR, s1);
      s1 = s1.lanewise(XOR, s2);
      s0 = s0.lanewise(XOR, s3);
      s2 = s2.lanewise(XOR, shifted);
      s3 = s3.lanewise(ROL, 45);
      random = word(s0, s3);
      lower = compared(lower, random, digit3);
      upper = compared(upper, random, digit3);
      shifted = s1.lanewise(LSHL, 17);
      s2 = s2.lanewise(XOR, s0);
      s3 = s3.lanewise(XOR, s1);
      s1 = s1.lanewise(XOR, s2);
      s0 = s0.lanewise(XOR, s3);
      s2 = s2.lanewise(XOR, shifted);
      s3 = s3.lanewise(ROL, 45);
      random = word(s0, s3);
      lower = compared(lower, random, digit2);
      upper = compared(upper, random, digit2);
      shifted = s1.lanewise(LSHL, 17);
      s2 = s2.lanewise(XOR, s0);
      s3 = s3.lanewise(XOR, s1);
      s1 = s1.lanewise(XOR, s2);
      s0 = s0.lanewise(XOR, s3);
      s2 = s2.lanewise(XOR, shifted);
      s3 = s3.lanewise(ROL, 45);
      random = word(s0, s3);
      lower = compared(lower, random, digit1);
      upper = compared(upper, random, digit1);
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
    LongVector shifted;
    long digit4 = digit(threshold, 4);
    long digit3 = digit(threshold, 3);
    long digit2 = digit(threshold, 2);
    long digit1 = digit(threshold, 1);
    for (int i = first + lane; i < end; i += Xoshiro.LANES) {
      lower = LongVector.zero(LONGS);
      upper = LongVector.broadcast(LONGS, -1L);
      random = word(s0, s3);
      lower = compared(lower, random, digit4);
      upper = compared(upper, random, digit4);
      shifted = s1.lanewise(LSHL, 17);
      s2 = s2.lanewise(XOR, s0);
      s3 = s3.lanewise(XOR, s1);
      s1 = s1.lanewise(XOR, s2);
      s0 = s0.lanewise(XOR, s3);
      s2 = s2.lanewise(XOR, shifted);
      s3 = s3.lanewise(ROL, 45);
      random = word(s0, s3);
      lower = compared(lower, random, digit3);
      upper = compared(upper, random, digit3);
      shifted = s1.lanewise(LSHL, 17);
      s2 = s2.lanewise(XOR, s0);
      s3 = s3.lanewise(XOR, s1);
      s1 = s1.lanewise(XOR, s2);
      s0 = s0.lanewise(XOR, s3);
      s2 = s2.lanewise(XOR, shifted);
      s3 = s3.lanewise(ROL, 45);
      random = word(s0, s3);
      lower = compared(lower, random, digit2);
      upper = compared(upper, random, digit2);
      shifted = s1.lanewise(LSHL, 17);
      s2 = s2.lanewise(XOR, s0);
      s3 = s3.lanewise(XOR, s1);
      s1 = s1.lanewise(XOR, s2);
      s0 = s0.lanewise(XOR, s3);
      s2 = s2.lanewise(XOR, shifted);
      s3 = s3.lanewise(ROL, 45);
      random = word(s0, s3);
      lower = compared(lower, random, digit1);
      upper = compared(upper, random, digit1);
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
