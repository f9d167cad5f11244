package io.github.dropblock.internal.mask;

/** Stamp for blocks of one position, such as the elements that Dropout drops. */
final class BitStamp implements BlockStamp {
  /** The only one, since it depends on nothing. */
  static final BitStamp INSTANCE = new BitStamp();

  private BitStamp() {}

  /** Tells whether each position of a geometry is a site, and a block of its own. */
  static boolean suits(BlockGeometry geometry) {
    return geometry.blockVolume() == 1 && geometry.sites() == geometry.positions();
  }

  @Override
  public int stamp(long[] dropped, int firstBit, int endWord, int site) {
    int bit = firstBit + site;
    long before = dropped[bit >> 6];
    dropped[bit >> 6] = before | 1L << bit;
    return (int) (~before >>> bit & 1);
  }
}
