package io.github.dropblock.internal.mask;

import io.github.dropblock.internal.kernel.Kernels;

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
  static void grow(Kernels kernels, long[] words, int count, int length, int stride) {
    int reached = 1;
    while (reached < length) {
      int step = Math.min(reached, length - reached);
      kernels.orShifted(words, count, step * stride);
      reached += step;
    }
  }
}
