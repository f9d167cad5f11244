package io.github.dropblock.internal.random;

import java.util.Arrays;

/**
 * Words of 64 independent Bernoulli draws, for the price of about twelve random words each.
 *
 * <p>The obvious way compares 64 uniform numbers with a threshold, and needs a random word for
 * each. This class compares them all at the same time, binary digit by binary digit. One random
 * word gives one digit of each of the 64 numbers: bit i belongs to number i. The digits are taken
 * from the lowest to the highest, so that each takes one operation. A number is below the threshold
 * if its highest digit that differs from the threshold's is the lesser one. So a digit 1 of the
 * threshold turns the draws so far into "or" with the random word, and a digit 0 into "and". (A set
 * bit of the random word stands for the digit 0 of a number.)
 *
 * <p>Only the {@value #MOST_DIGITS} highest digits are drawn for all numbers. The draws are
 * computed twice, as if all ties among them were failures and as if they were successes. Where the
 * two differ, which happens once in 4096 draws, one further word gives all lower digits of that
 * number. The result is the same as if all 53 digits had been compared.
 *
 * <p>The random words come from the lanes of {@link Xoshiro}: word j of the result uses lane {@code
 * j % 8} only. So vectors of any width give the same bits. Words are drawn in chunks of {@value
 * #CHUNK}, whose work arrays stay in the first-level cache.
 */
public final class BernoulliWords {
  /** Number of words that are compared at a time. */
  public static final int CHUNK = 256;

  /** Number of words of a work array. */
  public static final int WORK = Xoshiro.STATE_WORDS + CHUNK;

  /** Index in the work array of the draws that take ties for successes. */
  public static final int UPPER = Xoshiro.STATE_WORDS;

  private static final int LANES = Xoshiro.LANES;
  private static final int MOST_DIGITS = 12;

  private BernoulliWords() {}

  /** Returns the number of words rounded up to whole rows of lanes. */
  public static int wholeRows(int words) {
    return (words + LANES - 1) & -LANES;
  }

  /**
   * Draws consecutive words.
   *
   * <p>Modified: as many elements of {@code out} as the words take in whole rows, and {@code work}.
   *
   * @param counter1 the counter of the first of the {@value Xoshiro#BLOCKS} blocks that seed the
   *     lanes
   * @param threshold the probability of a success times 2^53
   * @param work a work array of {@value #WORK} words
   */
  public static void draw(
      long key0,
      long key1,
      long counter0,
      long counter1,
      long threshold,
      long[] out,
      int words,
      long[] work) {
    if (isCertain(threshold)) {
      fill(threshold, out, words);
      return;
    }
    for (int lane = 0; lane < Math.min(LANES, words); lane++) {
      Xoshiro.seed(key0, key1, counter0, counter1, work, lane);
    }
    for (int first = 0; first < words; first += CHUNK) {
      int count = Math.min(CHUNK, words - first);
      begin(out, first, count, work);
      for (int lane = 0; lane < Math.min(LANES, count); lane++) {
        compare(threshold, out, first, count, work, lane);
      }
      decideTies(threshold, out, first, count, work);
    }
  }

  /**
   * Draws one word, which is what {@link #draw} gives as its first one.
   *
   * @param states a work array of {@value Xoshiro#STATE_WORDS} words
   */
  public static long first(
      long key0, long key1, long counter0, long counter1, long threshold, long[] states) {
    if (isCertain(threshold)) {
      return threshold == 0 ? 0 : -1L;
    }
    Xoshiro.seed(key0, key1, counter0, counter1, states, 0);
    long lower = 0;
    long upper = -1L;
    for (int digit = lowestDigit(threshold); digit < UniformBits.BITS; digit++) {
      long random = Xoshiro.next(states, 0);
      boolean one = (threshold >>> digit & 1) != 0;
      lower = one ? lower | random : lower & random;
      upper = one ? upper | random : upper & random;
    }
    return decided(threshold, lower, upper, states, 0);
  }

  /** Tells whether the threshold leaves nothing to draw. */
  public static boolean isCertain(long threshold) {
    return threshold == 0 || threshold == UniformBits.ONE;
  }

  /** Writes what a certain threshold gives. */
  public static void fill(long threshold, long[] out, int words) {
    Arrays.fill(out, 0, words, threshold == 0 ? 0 : -1L);
  }

  /** Returns the number of the lowest digit that is drawn for all numbers, counted from 2^0. */
  public static int lowestDigit(long threshold) {
    return Math.max(UniformBits.BITS - MOST_DIGITS, Long.numberOfTrailingZeros(threshold));
  }

  /** Prepares the comparison of a chunk. */
  public static void begin(long[] out, int first, int count, long[] work) {
    Arrays.fill(out, first, first + wholeRows(count), 0L);
    Arrays.fill(work, UPPER, UPPER + wholeRows(count), -1L);
  }

  /** Compares the numbers of one lane in a chunk, without the ties. */
  private static void compare(
      long threshold, long[] out, int first, int count, long[] work, int lane) {
    long s0 = work[Xoshiro.S0 + lane];
    long s1 = work[Xoshiro.S1 + lane];
    long s2 = work[Xoshiro.S2 + lane];
    long s3 = work[Xoshiro.S3 + lane];
    for (int digit = lowestDigit(threshold); digit < UniformBits.BITS; digit++) {
      long one = -(threshold >>> digit & 1);
      for (int i = lane; i < wholeRows(count); i += LANES) {
        long random = Long.rotateLeft(s0 + s3, 23) + s0;
        long shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = Long.rotateLeft(s3, 45);
        out[first + i] = (out[first + i] & (random | one)) | (random & one);
        work[UPPER + i] = (work[UPPER + i] & (random | one)) | (random & one);
      }
    }
    work[Xoshiro.S0 + lane] = s0;
    work[Xoshiro.S1 + lane] = s1;
    work[Xoshiro.S2 + lane] = s2;
    work[Xoshiro.S3 + lane] = s3;
  }

  /** Decides what the comparison of a chunk left undecided. */
  public static void decideTies(long threshold, long[] out, int first, int count, long[] work) {
    for (int i = 0; i < count; i++) {
      if (out[first + i] != work[UPPER + i]) {
        int lane = i & (LANES - 1);
        out[first + i] = decided(threshold, out[first + i], work[UPPER + i], work, lane);
      }
    }
  }

  /**
   * Decides the ties of a word. If all further digits of the threshold are 0, a tie is a failure.
   */
  private static long decided(long threshold, long lower, long upper, long[] states, int lane) {
    int digits = UniformBits.BITS - lowestDigit(threshold);
    long rest = (threshold << digits) & (UniformBits.ONE - 1);
    long successes = lower;
    for (long ties = rest == 0 ? 0 : lower ^ upper; ties != 0; ties &= ties - 1) {
      if (UniformBits.ofWord(Xoshiro.next(states, lane)) < rest) {
        successes |= Long.lowestOneBit(ties);
      }
    }
    return successes;
  }
}
