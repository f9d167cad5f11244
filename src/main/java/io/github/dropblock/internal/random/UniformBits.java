package io.github.dropblock.internal.random;

/**
 * Uniform numbers and probabilities as integers of {@value #BITS} bits, as many as a double holds.
 *
 * <p>With {@code u = word >>> 11}, the draw {@code u < threshold(p)} is the familiar {@code
 * nextDouble() < p}, exactly.
 */
public final class UniformBits {
  /** Number of bits of a uniform number. */
  public static final int BITS = 53;

  /** Threshold of probability 1: 2^53. */
  public static final long ONE = 1L << BITS;

  private UniformBits() {}

  /** Returns the number of uniform values that lie below a probability. */
  public static long threshold(double probability) {
    return (long) Math.ceil(probability * ONE);
  }

  /** Returns the uniform number of a random word: its upper bits. */
  public static long ofWord(long word) {
    return word >>> (Long.SIZE - BITS);
  }

  /**
   * Returns the integer below a bound that a random word stands for: {@code floor(word * bound /
   * 2^64)}.
   */
  public static int below(long word, int bound) {
    return (int) below(word, (long) bound);
  }

  /** Returns the same integer for a bound that may be larger than an int. */
  public static long below(long word, long bound) {
    // Math.unsignedMultiplyHigh needs Java 18.
    return Math.multiplyHigh(word, bound) + ((word >> 63) & bound);
  }
}
