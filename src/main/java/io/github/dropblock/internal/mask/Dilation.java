package io.github.dropblock.internal.mask;

import io.github.dropblock.internal.kernel.Kernels;

/**
 * Max-pool on bits: grows set bits forward along an axis.
 *
 * <p>One shift by r grows a run of r bits to 2r, so a length is reached in about log2(length)
 * steps. The last step shifts only by what is missing.
 */
final class Dilation {
  private Dilation() {}

  /**
   * Sets, for each set bit i, the bits {@code i + k * stride} for k from 0 to {@code length - 1}.
   *
   * <p>Modified: the first {@code count} words. Bits that grow beyond them are lost.
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
