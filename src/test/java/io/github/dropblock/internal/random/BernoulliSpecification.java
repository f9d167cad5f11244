package io.github.dropblock.internal.random;

/**
 * Bernoulli draws of one stream, one after the other: what {@link BernoulliWords} does for many at
 * once.
 *
 * <p>It shares no code with the library, and is meant to be ported.
 */
public final class BernoulliSpecification {
  private static final int LANES = 8;
  private static final int WORDS_OF_A_CHUNK = 256;
  private static final int MOST_DIGITS = 12;

  private final XoshiroSpecification[] lanes = new XoshiroSpecification[LANES];
  private final long threshold;
  private final int digits;

  private BernoulliSpecification(
      long key0, long key1, long counter0, long counter1, long threshold) {
    for (int lane = 0; lane < LANES; lane++) {
      long[] first = ThreefrySpecification.block(key0, key1, counter0, counter1 + lane);
      long[] second = ThreefrySpecification.block(key0, key1, counter0, counter1 + LANES + lane);
      lanes[lane] = new XoshiroSpecification(first[0], first[1], second[0], second[1]);
    }
    this.threshold = threshold;
    this.digits = Math.min(MOST_DIGITS, neededDigits());
  }

  /** The first words of the stream at a counter. A set bit is a success. */
  public static long[] words(
      long key0, long key1, long counter0, long counter1, long threshold, int count) {
    BernoulliSpecification stream =
        new BernoulliSpecification(key0, key1, counter0, counter1, threshold);
    long[] words = new long[count];
    for (int first = 0; first < count; first += WORDS_OF_A_CHUNK) {
      stream.drawChunk(words, first, Math.min(WORDS_OF_A_CHUNK, count - first));
    }
    return words;
  }

  /** How many of the 53 digits of the threshold there are up to its last digit 1. */
  private int neededDigits() {
    return threshold == 0 ? 0 : Math.max(0, 53 - Long.numberOfTrailingZeros(threshold));
  }

  private void drawChunk(long[] words, int first, int count) {
    int rows = (count + LANES - 1) / LANES;
    long[][] random = new long[digits][rows * LANES];
    for (int digit = digits - 1; digit >= 0; digit--) { // The lowest digit comes first.
      for (int i = 0; i < rows * LANES; i++) {
        random[digit][i] = lanes[i % LANES].next();
      }
    }
    for (int i = 0; i < count; i++) {
      for (int bit = 0; bit < 64; bit++) {
        if (isSuccess(random, i, bit)) {
          words[first + i] |= 1L << bit;
        }
      }
    }
  }

  /** Whether a number is below the threshold. Its digits are the opposites of the random bits. */
  private boolean isSuccess(long[][] random, int word, int bit) {
    if (threshold == 1L << 53) {
      return true;
    }
    long number = 0;
    for (int digit = 0; digit < digits; digit++) {
      number = 2 * number + (1 - (random[digit][word] >>> bit & 1));
    }
    long highest = threshold >>> (53 - digits);
    if (number != highest || digits == neededDigits()) {
      return number < highest;
    }
    long lower = threshold % (1L << (53 - digits)) << digits;
    return lanes[word % LANES].next() >>> 11 < lower;
  }
}
