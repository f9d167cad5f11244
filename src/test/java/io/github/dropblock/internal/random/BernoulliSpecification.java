package io.github.dropblock.internal.random;

/**
 * 64 Bernoulli draws, one after the other: what {@link BernoulliWord} does for all at once.
 *
 * <p>It shares no code with the library, and is meant to be ported.
 */
public final class BernoulliSpecification {
  private static final int DIGITS = 53;

  private BernoulliSpecification() {}

  /**
   * Whether draw {@code lane}, from 0 to 63, is a success: its uniform number of 53 binary digits
   * is below the threshold.
   *
   * <p>Random word k, counted from the block at {@code counter1}, holds digit k of all 64 numbers,
   * each in the bit of its lane. Digit 0 is the most significant one.
   */
  public static boolean success(
      long key0, long key1, long counter0, long counter1, int lane, long threshold) {
    long number = 0;
    for (int digit = 0; digit < DIGITS; digit++) {
      long[] block = ThreefrySpecification.block(key0, key1, counter0, counter1 + digit / 2);
      long bit = block[digit % 2] >>> lane & 1;
      number = 2 * number + bit;
    }
    return number < threshold;
  }

  /** The 64 draws as one word: bit {@code lane} is set on success. */
  public static long word(long key0, long key1, long counter0, long counter1, long threshold) {
    long word = 0;
    for (int lane = 0; lane < Long.SIZE; lane++) {
      if (success(key0, key1, counter0, counter1, lane, threshold)) {
        word |= 1L << lane;
      }
    }
    return word;
  }
}
