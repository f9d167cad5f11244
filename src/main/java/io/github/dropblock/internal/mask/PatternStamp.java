package io.github.dropblock.internal.mask;

/**
 * Stamp for 2-D blocks inside the map that span few words: ors precomputed words.
 *
 * <p>All blocks of such a geometry have the same bits relative to their first one. What differs is
 * where in a word the first bit lies, and there are only 64 such places. So the constructor
 * computes the words of a block for each of them, and stamping a block is then a few loads, ors and
 * stores without a loop over rows.
 *
 * <p>A wide map spreads the rows of a block over many words that are mostly zero. There it is
 * cheaper to set row by row, as {@link RowStamp} does. It also stamps the last blocks of a unit,
 * whose pattern would reach beyond the unit's last word.
 */
final class PatternStamp implements BlockStamp {
  /** Number of words that are stamped at a time. */
  private static final int QUAD = 4;

  private static final int MAX_WORDS = 4 * QUAD;

  /** Stamp for the end of a unit, where a pattern's last words would reach beyond it. */
  private final RowStamp rows;

  private final long[] patterns;
  private final int length;
  private final int sites;
  private final int skippedInPlane;
  private final int skippedInRow;
  private final Divisor bySites;
  private final Divisor byRow;

  PatternStamp(BlockGeometry geometry) {
    rows = new RowStamp(geometry);
    length = length(geometry);
    patterns = patterns(geometry, length);
    sites = geometry.sites();
    skippedInPlane = geometry.positions() - sites;
    skippedInRow = geometry.width().extent() - geometry.width().starts();
    bySites = new Divisor(sites);
    byRow = new Divisor(geometry.width().starts());
  }

  /** Tells whether patterns are possible for a geometry and cheaper than rows. */
  static boolean suits(BlockGeometry geometry) {
    return geometry.cutsNoBlock()
        && geometry.depth().extent() == 1
        && length(geometry) <= MAX_WORDS;
  }

  /** Returns how many words a block may touch, rounded up to whole quads. */
  private static int length(BlockGeometry geometry) {
    int words = (int) ((geometry.span() + 2L * (Long.SIZE - 1)) >>> 6); // A span may be near 2^31.
    return (words + QUAD - 1) / QUAD * QUAD;
  }

  private static long[] patterns(BlockGeometry geometry, int length) {
    long[] patterns = new long[Long.SIZE * length];
    for (int shift = 0; shift < Long.SIZE; shift++) {
      geometry.stamp(patterns, shift * length * Long.SIZE + shift, 0, 0, 0);
    }
    return patterns;
  }

  @Override
  public int stamp(long[] dropped, int firstBit, int endWord, int site) {
    int plane = bySites.quotient(site);
    int y = byRow.quotient(site - plane * sites);
    // Each plane and each row has positions that are no site.
    int bit = firstBit + site + plane * skippedInPlane + y * skippedInRow;
    int word = bit >> 6;
    if (word + length > endWord) {
      return rows.stamp(dropped, firstBit, endWord, site);
    }
    int pattern = (bit & 63) * length;
    int added = stampQuad(dropped, word, pattern);
    if (length > QUAD) {
      added += stampQuad(dropped, word + QUAD, pattern + QUAD);
    }
    if (length > 2 * QUAD) {
      added += stampQuad(dropped, word + 2 * QUAD, pattern + 2 * QUAD);
    }
    if (length > 3 * QUAD) {
      added += stampQuad(dropped, word + 3 * QUAD, pattern + 3 * QUAD);
    }
    return added;
  }

  /**
   * Ors four words without a loop: the compiler would vectorize one, and wide loads wait for narrow
   * stores.
   */
  private int stampQuad(long[] dropped, int word, int pattern) {
    long before0 = dropped[word];
    long before1 = dropped[word + 1];
    long before2 = dropped[word + 2];
    long before3 = dropped[word + 3];
    long after0 = before0 | patterns[pattern];
    long after1 = before1 | patterns[pattern + 1];
    long after2 = before2 | patterns[pattern + 2];
    long after3 = before3 | patterns[pattern + 3];
    dropped[word] = after0;
    dropped[word + 1] = after1;
    dropped[word + 2] = after2;
    dropped[word + 3] = after3;
    return Long.bitCount(before0 ^ after0)
        + Long.bitCount(before1 ^ after1)
        + Long.bitCount(before2 ^ after2)
        + Long.bitCount(before3 ^ after3);
  }
}
