package io.github.dropblock.internal.random;

/**
 * 64 Bernoulli draws at once, by comparing 64 uniform numbers with a threshold bit by bit.
 *
 * <p>Bit i of word {@code 64j..} is a success if its uniform number is below the threshold. The
 * numbers are read from the upper bit down, one random word for each binary digit, and only until
 * each of the 64 is decided: about eight words instead of 64. Counters address the digits, so
 * stopping early changes nothing that follows.
 */
public final class BernoulliWord {
  /** Blocks of the generator that are set aside for each word: two digits a block, 53 digits. */
  public static final int BLOCKS = 32;

  private BernoulliWord() {}

  /**
   * The draws of one word.
   *
   * @param counter1 the counter of the word's first block
   * @param threshold successes of 2^53
   * @param words2 two elements to work in
   */
  public static long draw(
      long key0, long key1, long counter0, long counter1, long threshold, long[] words2) {
    if (threshold == UniformBits.ONE) {
      return -1L;
    }
    long below = 0;
    long undecided = -1L;
    // Digits of the threshold from the upper one down; once the rest is zero, nothing is below it.
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
