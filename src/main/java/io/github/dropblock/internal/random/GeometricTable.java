package io.github.dropblock.internal.random;

/**
 * Gaps between successes of independent trials, by inversion of a table: no logarithm.
 *
 * <p>{@code P(gap = k) = (1 - p)^k * p}. Entry k of the table is {@code P(gap <= k)} times 2^53;
 * the gap of a uniform number u is the number of entries that are at most u. A gap beyond the table
 * says only that {@link #length} trials failed; the distribution is memoryless, so the caller skips
 * them and draws again.
 */
public final class GeometricTable {
  private static final int MIN_LENGTH = 16;
  private static final int MAX_LENGTH = 1024;
  private static final int GUIDE_BITS = 8;
  private static final int GUIDE_SHIFT = UniformBits.BITS - GUIDE_BITS;

  /** P(gap <= k) * 2^53, and an end that stops each search. */
  private final long[] cumulative;

  /** Where to begin the search: the gap of the least uniform number with these upper bits. */
  private final short[] guide;

  private final int length;

  /**
   * The table of one success probability.
   *
   * @param p in (0, 1]
   */
  public GeometricTable(double p) {
    length = lengthFor(p);
    cumulative = cumulative(p, length);
    guide = guide(cumulative);
  }

  /** A power of two near the mean gap: two of three gaps are in it, and building it stays cheap. */
  private static int lengthFor(double p) {
    double mean = Math.min(Math.max(1 / p, MIN_LENGTH), MAX_LENGTH);
    int ceiling = (int) Math.ceil(mean);
    return Integer.highestOneBit(2 * ceiling - 1);
  }

  private static long[] cumulative(double p, int length) {
    long[] table = new long[length + 1];
    double noSuccess = 1;
    for (int k = 0; k < length; k++) {
      noSuccess *= 1 - p;
      table[k] = UniformBits.ONE - Math.round(noSuccess * UniformBits.ONE);
    }
    table[length] = Long.MAX_VALUE;
    return table;
  }

  private static short[] guide(long[] cumulative) {
    short[] guide = new short[1 << GUIDE_BITS];
    int k = 0;
    for (int i = 0; i < guide.length; i++) {
      while (cumulative[k] <= (long) i << GUIDE_SHIFT) {
        k++;
      }
      guide[i] = (short) k;
    }
    return guide;
  }

  /** Trials that the table covers: a power of two. */
  public int length() {
    return length;
  }

  /**
   * The gap that a random word stands for.
   *
   * @return the number of failures before the next success, or {@link #length} if it is at least
   *     that
   */
  public int gap(long word) {
    long uniform = UniformBits.ofWord(word);
    int k = guide[(int) (uniform >>> GUIDE_SHIFT)];
    while (cumulative[k] <= uniform) {
      k++;
    }
    return k;
  }
}
