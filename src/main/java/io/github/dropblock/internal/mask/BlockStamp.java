package io.github.dropblock.internal.mask;

/**
 * Writer of the block that grows from a seed site.
 *
 * <p>A sparse mask spends most of its time here, so there are three ways to set a block's bits.
 * {@link BitStamp} sets one bit. {@link PatternStamp} ors precomputed words and serves the common
 * small 2-D blocks. {@link RowStamp} sets one row after the other and serves any geometry.
 */
interface BlockStamp {
  /**
   * Drops the block of a site.
   *
   * <p>Modified: {@code dropped}.
   *
   * @param firstBit the bit of a unit's first position
   * @param endWord index after the unit's last word; the words from there may belong to another
   *     thread
   * @param site the number of the seed's site in the unit
   * @return number of positions that were not dropped before
   */
  int stamp(long[] dropped, int firstBit, int endWord, int site);

  /** Returns the cheapest stamp for a geometry. */
  static BlockStamp of(BlockGeometry geometry) {
    if (BitStamp.suits(geometry)) {
      return BitStamp.INSTANCE;
    }
    return PatternStamp.suits(geometry) ? new PatternStamp(geometry) : new RowStamp(geometry);
  }
}
