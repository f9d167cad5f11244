package io.github.dropblock.internal.mask;

import io.github.dropblock.internal.bits.Bits;

/** Rows of a plane that repeat the bits of one row. */
final class Rows {
  private Rows() {}

  /**
   * Sets the bits of a row in rows that follow each other.
   *
   * <p>Modified: {@code dropped}, in which these rows are zero before.
   *
   * @param row the bits of the row from bit 0 on; bits beyond the width are zero
   * @param set number of bits that are set in the row
   * @param firstBit the bit of the first row's first position
   * @return number of bits that were set
   */
  static int repeat(long[] row, int set, int width, int rows, long[] dropped, int firstBit) {
    if (set == 0) {
      return 0;
    }
    int bit = firstBit;
    for (int i = 0; i < rows; i++) {
      or(row, width, dropped, bit);
      bit += width;
    }
    return set * rows;
  }

  /** Ors word by word. Unlike the methods of {@link Bits}, it does not count. */
  private static void or(long[] row, int width, long[] dropped, int bit) {
    int shift = bit & 63;
    int word = bit >> 6;
    long carried = 0;
    for (int i = 0; i < Bits.words(width); i++) {
      long bits = row[i];
      dropped[word++] |= carried | bits << shift;
      carried = bits >>> 1 >>> (Long.SIZE - 1 - shift); // A shift by 64 would be a shift by 0.
    }
    if (carried != 0) {
      dropped[word] |= carried;
    }
  }
}
