package io.github.dropblock.internal.mask;

/** Drops the block of a seed site. */
interface BlockStamp {
  /**
   * Drops a block.
   *
   * <p>Modified: {@code dropped}.
   *
   * @param firstBit the bit of a unit's first position
   * @param endWord the unit's last word + 1: what follows may be another thread's
   * @param site the number of the seed's site in the unit
   * @return how many positions were not dropped before
   */
  int stamp(long[] dropped, int firstBit, int endWord, int site);

  /** The cheapest way for a geometry. */
  static BlockStamp of(BlockGeometry geometry) {
    return PatternStamp.suits(geometry) ? new PatternStamp(geometry) : new RowStamp(geometry);
  }
}
