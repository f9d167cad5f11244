package io.github.dropblock.internal.random;

/**
 * Gaps between successes of independent trials, by inversion of a table: no logarithm.
 *
 * <p>{@code P(gap = k) = (1 - p)^k * p}. Entry k of the table is {@code P(gap <= k)} times 2^53;
 * the gap of a uniform number u is the number of entries that are at most u. A gap beyond the table
 * says only that {@link #length} trials failed; the distribution is memoryless, so the caller skips
 * them and draws again.
 *
 * <p>A guide says where to begin the search. Its buckets are the leading bits of 2^53 - u as a
 * floating-point number: even steps of its logarithm, and so of the gap. They are fine enough for
 * one more entry at most, but for a tiny p; a search of unknown length would be mispredicted.
 */
public final class GeometricTable {
  private static final int MIN_LENGTH = 16;
  private static final int MAX_LENGTH = 1024;
  private static final int MAX_STEPS_LOG2 = 11;
  private static final int MANTISSA_BITS = 52;

  /** P(gap <= k) * 2^53, and an end that stops each search. */
  private final long[] cumulative;

  /** For each bucket, the gap of the least uniform number in it. */
  private final short[] guide;

  private final int guideShift;
  private final int length;

  /**
   * The table of one success probability.
   *
   * @param p in (0, 1]
   */
  public GeometricTable(double p) {
    length = powerOfTwo(3 / p, MIN_LENGTH, MAX_LENGTH);
    cumulative = cumulative(p, length);
    int steps = powerOfTwo(2 / p, 1, 1 << MAX_STEPS_LOG2);
    guideShift = MANTISSA_BITS - Integer.numberOfTrailingZeros(steps);
    guide = guide();
  }

  /** The least power of two that is not below a number, within two powers of two. */
  private static int powerOfTwo(double value, int min, int max) {
    int ceiling = (int) Math.ceil(Math.min(Math.max(value, min), max));
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

  private short[] guide() {
    long lastInTable = Math.min(cumulative[length - 1], UniformBits.ONE - 1);
    short[] buckets = new short[bucket(lastInTable) + 1];
    int k = 0;
    for (int i = 0; i < buckets.length; i++) {
      while (cumulative[k] <= leastUniform(i)) {
        k++;
      }
      buckets[i] = (short) k;
    }
    return buckets;
  }

  /** Counts from 0 for the least uniform numbers up. */
  private int bucket(long uniform) {
    return (int) (leadingBits(UniformBits.ONE) - leadingBits(UniformBits.ONE - uniform));
  }

  private long leadingBits(long rest) {
    return Double.doubleToRawLongBits((double) rest) >>> guideShift;
  }

  /** The least uniform number of a bucket, whose rest is the largest. */
  private long leastUniform(int bucket) {
    long nextBits = leadingBits(UniformBits.ONE) - bucket + 1;
    double largestRest = Double.longBitsToDouble((nextBits << guideShift) - 1);
    return Math.max(0, UniformBits.ONE - (long) largestRest);
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
    int bucket = bucket(uniform);
    if (bucket >= guide.length) {
      return length;
    }
    int k = guide[bucket];
    // One step without a branch, then the rare others.
    k += (int) ((cumulative[k] - 1 - uniform) >>> (Long.SIZE - 1));
    while (cumulative[k] <= uniform) {
      k++;
    }
    return k;
  }
}
