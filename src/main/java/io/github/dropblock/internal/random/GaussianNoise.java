package io.github.dropblock.internal.random;

/**
 * Standard normal noise with one value per element of a sample.
 *
 * <p>Element e uses word {@code e % 2} of the block with key (seed, step) and counter (sample, 2^63
 * + e / 2). The highest bit of the counter separates noise from masks. Let u be the upper 52 bits
 * of the word. The value is then the quantile at {@code (u + 1/2) / 2^52}, which a double holds
 * exactly.
 */
public final class GaussianNoise {
  private static final long DOMAIN = Long.MIN_VALUE;

  private static final int BITS = 52;

  private GaussianNoise() {}

  /**
   * Returns one value.
   *
   * @param element position in the sample, in row-major order
   * @param words2 a work array of two words
   */
  public static double value(long seed, long step, long sample, int element, long[] words2) {
    Threefry.block(seed, step, sample, DOMAIN | element >> 1, words2, 0, 1);
    long uniform = words2[element & 1] >>> (Long.SIZE - BITS);
    return NormalQuantile.at((uniform + 0.5) / (1L << BITS));
  }
}
