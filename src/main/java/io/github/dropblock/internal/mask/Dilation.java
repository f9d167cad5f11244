package io.github.dropblock.internal.mask;

/**
 * Grows set bits forward along an axis: a max-pool on bits.
 *
 * <p>Doubling reaches a length in about log2 of it steps: a run of r grows to 2r by one shift, and
 * the last step shifts by what is missing.
 */
final class Dilation {
  private Dilation() {}

  /**
   * Sets, for each set bit i, the bits {@code i + k * stride} for k from 0 to {@code length - 1}.
   *
   * <p>Modified: the first {@code count} words. Bits beyond them are cut off.
   */
  static void grow(long[] words, int count, int length, int stride) {
    int reached = 1;
    while (reached < length) {
      int step = Math.min(reached, length - reached);
      orShifted(words, count, step * stride);
      reached += step;
    }
  }

  /** {@code words |= words << shift} over the whole array, from the last word down. */
  private static void orShifted(long[] words, int count, int shift) {
    int whole = shift >> 6;
    int part = shift & 63;
    for (int i = count - 1; i >= whole; i--) {
      long bits = words[i - whole] << part;
      if (part != 0 && i > whole) {
        bits |= words[i - whole - 1] >>> (Long.SIZE - part);
      }
      words[i] |= bits;
    }
  }
}
