package io.github.dropblock.internal.random;

/**
 * Bernoulli draws of one stream, one after the other: what {@link BernoulliWords} does for many at
 * once.
 *
 * <p>It shares no code with the library, and is meant to be ported.
 */
public final class BernoulliSpecification {
  private static final int LANES = 8;

  private BernoulliSpecification() {}

  /** The first words of the stream at a counter. A set bit is a success. */
  public static long[] words(
      long key0, long key1, long counter0, long counter1, long threshold, int count) {
    XoshiroSpecification[] lanes = new XoshiroSpecification[LANES];
    for (int lane = 0; lane < LANES; lane++) {
      long[] low = ThreefrySpecification.block(key0, key1, counter0, counter1 + lane);
      long[] high = ThreefrySpecification.block(key0, key1, counter0, counter1 + LANES + lane);
      lanes[lane] = new XoshiroSpecification(low[0], low[1], high[0], high[1]);
    }
    long[] words = new long[count];
    for (int j = 0; j < count && threshold > 0; j++) {
      int ties = 0;
      long[] random = random(lanes[j % LANES], digits(threshold));
      for (int bit = 0; bit < 64; bit++) {
        long number = number(random, bit);
        if (number == threshold >> (53 - random.length)) {
          long block = counter1 + 16 + 32L * j + ties / 2;
          long u = ThreefrySpecification.block(key0, key1, counter0, block)[ties % 2] >>> 11;
          number = (number << (53 - random.length)) + (u >> random.length);
          ties++;
        } else {
          number <<= 53 - random.length;
        }
        if (number < threshold) {
          words[j] |= 1L << bit;
        }
      }
    }
    return words;
  }

  private static int digits(long threshold) {
    return threshold % (1L << 49) == 0 ? 4 : 12;
  }

  /** The random words of the digits, the highest one first. */
  private static long[] random(XoshiroSpecification lane, int digits) {
    long[] random = new long[digits];
    for (int digit = digits - 1; digit >= 0; digit--) { // The lowest digit is drawn first.
      random[digit] = lane.next();
    }
    return random;
  }

  /** The number of a bit. Its digits are the opposites of the random bits. */
  private static long number(long[] random, int bit) {
    long number = 0;
    for (long word : random) {
      number = 2 * number + (1 - (word >>> bit & 1));
    }
    return number;
  }
}
