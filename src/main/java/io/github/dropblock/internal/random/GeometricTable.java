package io.github.dropblock.internal.random;

/**
 * Table that turns uniform random numbers into gaps between successes of independent trials.
 *
 * <p>The gap before the next success is geometrically distributed: {@code P(gap = k) = (1 - p)^k *
 * p}. The textbook formula {@code floor(log(u) / log(1 - p))} is slow, and its last bit may differ
 * between machines, but a mask must not. So the cumulative distribution is tabulated in integers
 * instead [1]: entry k is {@code P(gap <= k)} times 2^53. The gap of a uniform 53-bit number u is
 * the number of entries that are at most u.
 *
 * <p>The table is finite, but gaps are not. A gap beyond the end of the table means that {@link
 * #length} trials failed, and no more. Since the distribution is memoryless, the caller then skips
 * that many trials and draws again.
 *
 * <p>A linear or binary search would take an unknown number of steps, which the CPU mispredicts. A
 * guide table [2] gives the entry to begin with. From entry to entry, the rest {@code 2^53 - u}
 * shrinks by the constant factor {@code 1 - p}, so the buckets of the guide are equal steps of the
 * rest's logarithm. The leading bits of the rest in floating-point format, its exponent and upper
 * mantissa, approximate the logarithm at the cost of one conversion. The buckets are so fine that a
 * gap is at most one entry beyond the guide's, except for a tiny p.
 *
 * <p>References:
 *
 * <ol>
 *   <li>Devroye, "Non-uniform random variate generation", Springer 1986, chapter 3, inversion by
 *       sequential search.
 *   <li>Chen and Asau, "On generating random variates from an empirical distribution", AIIE
 *       Transactions 6, 1974, guide tables.
 * </ol>
 */
public final class GeometricTable {
  private static final int MIN_LENGTH = 16;
  private static final int MAX_LENGTH = 1024;
  private static final int MAX_STEPS_LOG2 = 11;
  private static final int MANTISSA_BITS = 52;

  /** {@code P(gap <= k) * 2^53} for each k, followed by a sentinel that stops each search. */
  private final long[] cumulative;

  /** Gap of the least uniform number in each bucket. */
  private final short[] guide;

  private final int guideShift;
  private final int length;

  /**
   * Computes the table of a success probability.
   *
   * @param p success probability in (0, 1]
   */
  public GeometricTable(double p) {
    length = powerOfTwo(3 / p, MIN_LENGTH, MAX_LENGTH);
    cumulative = cumulative(p, length);
    int steps = powerOfTwo(2 / p, 1, 1 << MAX_STEPS_LOG2);
    guideShift = MANTISSA_BITS - Integer.numberOfTrailingZeros(steps);
    guide = guide();
  }

  /** Returns the least power of two that is at least a number, limited to two powers of two. */
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

  /** Returns the bucket of a uniform number. Bucket 0 has the least numbers. */
  private int bucket(long uniform) {
    return (int) (leadingBits(UniformBits.ONE) - leadingBits(UniformBits.ONE - uniform));
  }

  private long leadingBits(long rest) {
    return Double.doubleToRawLongBits((double) rest) >>> guideShift;
  }

  /** Returns the least uniform number of a bucket, which is the one with the largest rest. */
  private long leastUniform(int bucket) {
    long nextBits = leadingBits(UniformBits.ONE) - bucket + 1;
    double largestRest = Double.longBitsToDouble((nextBits << guideShift) - 1);
    return Math.max(0, UniformBits.ONE - (long) largestRest);
  }

  /** Returns the number of trials that the table covers: a power of two. */
  public int length() {
    return length;
  }

  /**
   * Returns the gap that a random word stands for.
   *
   * @return number of failures before the next success, or {@link #length} if there are at least
   *     that many
   */
  public int gap(long word) {
    long uniform = UniformBits.ofWord(word);
    int bucket = bucket(uniform);
    if (bucket >= guide.length) {
      return length;
    }
    int k = guide[bucket];
    // One step without a branch, then the rare further ones.
    k += (int) ((cumulative[k] - 1 - uniform) >>> (Long.SIZE - 1));
    while (cumulative[k] <= uniform) {
      k++;
    }
    return k;
  }
}
