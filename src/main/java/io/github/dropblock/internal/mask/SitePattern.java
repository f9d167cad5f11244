package io.github.dropblock.internal.mask;

import io.github.dropblock.internal.bits.Bits;

/**
 * Bits of the positions in a unit's reach that are sites. The pattern repeats after the first plane
 * that ends on a word boundary.
 */
final class SitePattern {
  private final int period;
  private final long[] words;

  /** Computes the pattern of one {@link #period} of planes. */
  SitePattern(BlockGeometry geometry, int period) {
    int reach = geometry.reach();
    this.period = period;
    this.words = new long[Bits.words(period * reach)];
    for (int plane = 0; plane < period; plane++) {
      for (int z = 0; z < geometry.depth().starts(); z++) {
        for (int y = 0; y < geometry.height().starts(); y++) {
          int row = (z * geometry.height().reach() + y) * geometry.width().reach();
          Bits.set(words, plane * reach + row, geometry.width().starts());
        }
      }
    }
  }

  /**
   * Returns after how many planes the pattern repeats.
   *
   * @param planes the largest number of planes in a unit
   */
  static int period(BlockGeometry geometry, int planes) {
    int zeros = Integer.numberOfTrailingZeros(geometry.reach());
    return Math.min(planes, Long.SIZE >> Math.min(6, zeros));
  }

  /** Returns how many planes the pattern has. */
  int period() {
    return period;
  }

  /**
   * Clears the bits that are not sites.
   *
   * <p>Modified: the first {@code count} words of {@code unit}.
   */
  void keepSites(long[] unit, int count) {
    for (int first = 0; first < count; first += words.length) {
      int length = Math.min(words.length, count - first);
      for (int i = 0; i < length; i++) {
        unit[first + i] &= words[i];
      }
    }
  }
}
