package io.github.dropblock.internal.mask;

import io.github.dropblock.internal.bits.Bits;

/**
 * Which positions of a unit's reach are sites, as bits: the pattern repeats when a plane ends with
 * a word.
 */
final class SitePattern {
  private final int period;
  private final long[] words;

  /** The pattern of so many planes, a {@link #period}. */
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
   * After how many planes the pattern repeats.
   *
   * @param planes the largest number of planes in a unit
   */
  static int period(BlockGeometry geometry, int planes) {
    int zeros = Integer.numberOfTrailingZeros(geometry.reach());
    return Math.min(planes, Long.SIZE >> Math.min(6, zeros));
  }

  /** How many planes the pattern has. */
  int period() {
    return period;
  }

  /**
   * Clears what is no site.
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
