package io.github.dropblock.internal.random;

import java.util.Arrays;

/**
 * Words of 64 independent Bernoulli draws, for the price of about twelve random words each.
 *
 * <p>The obvious way compares 64 uniform numbers with a threshold, and needs a random word for
 * each. This class compares them all at the same time, binary digit by binary digit. One random
 * word gives one digit of each of the 64 numbers: bit i belongs to number i, and is set for the
 * digit 0. The digits are taken from the lowest to the highest, so that each takes one operation. A
 * number is below the threshold if its highest digit that differs from the threshold's is the
 * lesser one. So a digit 1 of the threshold turns the draws so far into "or" with the random word,
 * and a digit 0 into "and".
 *
 * <p>Only the {@value #MOST_DIGITS} highest digits are drawn for all numbers, or {@value
 * #FEWEST_DIGITS} if the threshold has no more. The draws are computed twice, as if all ties among
 * them were failures and as if they were successes. Where the two differ, which happens once in
 * 4096 draws, a word of {@link Threefry} gives all lower digits of that number. The result is the
 * same as if all 53 digits had been compared.
 *
 * <p>The other random words come from the lanes of {@link Xoshiro}. Word j of the result uses lane
 * {@code j % 8}, so vectors of any width give the same bits. A word does not depend on how many
 * others follow it.
 */
public final class BernoulliWords {
  /** Number of digits that are drawn for all numbers, for thresholds that need no more. */
  public static final int FEWEST_DIGITS = 4;

  /** Number of digits that are drawn for all numbers otherwise. */
  public static final int MOST_DIGITS = 12;

  /** Number of blocks of Threefry that belong to the ties of a word: two ties share one. */
  private static final int TIE_BLOCKS = Long.SIZE / 2;

  /** Number of blocks that a stream of one word may use, rounded up to a power of two. */
  public static final int BLOCKS_OF_ONE = 64;

  /** Number of words of a work array: the states of the lanes, and a block for ties. */
  public static final int WORK = Xoshiro.STATE_WORDS + 2;

  private static final int LANES = Xoshiro.LANES;

  private BernoulliWords() {}

  /** Returns the number of words rounded up to whole rows of lanes. */
  public static int wholeRows(int words) {
    return (words + LANES - 1) & -LANES;
  }

  /** Returns the number of digits that are drawn for all numbers. */
  public static int digits(long threshold) {
    boolean hasFew = threshold << (Long.SIZE - UniformBits.BITS + FEWEST_DIGITS) == 0;
    return hasFew ? FEWEST_DIGITS : MOST_DIGITS;
  }

  /** Tells whether the threshold leaves nothing to draw. */
  public static boolean isCertain(long threshold) {
    return threshold == 0 || threshold == UniformBits.ONE;
  }

  /**
   * Draws consecutive words.
   *
   * <p>Modified: the first {@code words} elements of {@code out}, and {@code work}.
   *
   * @param counter1 the counter of the stream's first block
   * @param threshold the probability of a success times 2^53
   * @param work a work array of at least {@value #WORK} words
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
      Arrays.fill(out, 0, words, threshold == 0 ? 0 : -1L);
      return;
    }
    for (int lane = 0; lane < Math.min(LANES, words); lane++) {
      Xoshiro.seed(key0, key1, counter0, counter1, work, lane);
      for (int i = lane; i < words; i += LANES) {
        out[i] = draw(key0, key1, counter0, counter1, threshold, i, work, lane);
      }
    }
  }

  private static long draw(
      long key0,
      long key1,
      long counter0,
      long counter1,
      long threshold,
      int word,
      long[] work,
      int lane) {
    long lower = 0;
    long upper = -1L;
    for (int digit = UniformBits.BITS - digits(threshold); digit < UniformBits.BITS; digit++) {
      long random = Xoshiro.next(work, lane);
      boolean one = (threshold >>> digit & 1) != 0;
      lower = one ? lower | random : lower & random;
      upper = one ? upper | random : upper & random;
    }
    return decided(key0, key1, counter0, counter1, threshold, word, lower, upper, work);
  }

  /**
   * Decides the ties of a word.
   *
   * <p>Modified: the last two words of {@code work}.
   *
   * @param word number of the word in the stream
   * @param lower the draws, with ties as failures
   * @param upper the draws, with ties as successes
   * @param work a work array of at least {@value #WORK} words
   */
  public static long decided(
      long key0,
      long key1,
      long counter0,
      long counter1,
      long threshold,
      int word,
      long lower,
      long upper,
      long[] work) {
    // The threshold's further digits. If all are 0, no number can be below it.
    long rest = (threshold << digits(threshold)) & (UniformBits.ONE - 1);
    if (lower == upper || rest == 0) {
      return lower;
    }
    int pair = Xoshiro.STATE_WORDS;
    long block = counter1 + Xoshiro.BLOCKS + (long) word * TIE_BLOCKS;
    long successes = lower;
    int tie = 0;
    for (long ties = lower ^ upper; ties != 0; ties &= ties - 1) {
      Threefry.block(key0, key1, counter0, block + (tie >> 1), work, pair, pair + 1);
      if (UniformBits.ofWord(work[pair + (tie & 1)]) < rest) {
        successes |= Long.lowestOneBit(ties);
      }
      tie++;
    }
    return successes;
  }
}
