package io.github.dropblock.internal.random;

/**
 * Word of 64 independent Bernoulli draws, for the price of about eight random words.
 *
 * <p>The obvious way compares 64 uniform numbers with a threshold, and needs a random word for
 * each. This class compares them all at the same time, binary digit by binary digit, from the
 * highest to the lowest. One random word gives one digit of each of the 64 numbers: bit i belongs
 * to number i. A number is decided at its first digit that differs from the threshold's. It is then
 * below the threshold, a success, if its digit is 0 and the threshold's is 1. Each digit decides
 * half of the numbers that are left, so all 64 are decided after about eight digits, and the others
 * need not be drawn. The result is the same as if all 53 digits had been compared.
 *
 * <p>Counters address the digits, so stopping early changes no later draw.
 */
public final class BernoulliWord {
  /** Number of the generator's blocks that are reserved for each word: 53 digits, two per block. */
  public static final int BLOCKS = 32;

  private BernoulliWord() {}

  /**
   * Draws one word.
   *
   * @param counter1 the counter of the word's first block
   * @param threshold the probability of a success times 2^53
   * @param words2 a work array of two words
   * @return 64 draws, one per bit, set for a success
   */
  public static long draw(
      long key0, long key1, long counter0, long counter1, long threshold, long[] words2) {
    if (threshold == UniformBits.ONE) {
      return -1L;
    }
    long below = 0;
    long undecided = -1L;
    // The digits of the threshold, highest first. If the rest is 0, no number can be below it.
    long rest = threshold << (Long.SIZE - UniformBits.BITS);
    for (int digit = 0; rest != 0 && undecided != 0; digit++, rest <<= 1) {
      if ((digit & 1) == 0) {
        Threefry.block(key0, key1, counter0, counter1 + (digit >> 1), words2, 0, 1);
      }
      long random = words2[digit & 1];
      if (rest < 0) {
        below |= undecided & ~random;
        undecided &= random;
      } else {
        undecided &= ~random;
      }
    }
    return below;
  }
}
