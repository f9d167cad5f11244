package io.github.dropblock.internal.mask;

/**
 * Range of places that a block may take along one axis of a plane.
 *
 * <p>A block starts at any of {@code starts} consecutive positions from {@code firstStart} on and
 * covers {@code block} positions. A start may be negative, and a block may reach past the end: it
 * is cut at the edges.
 *
 * @param extent positions of the axis
 * @param block length of a block, at most {@code extent}
 * @param firstStart the first start
 * @param starts number of starts
 */
public record Axis(int extent, int block, int firstStart, int starts) {
  /** Places blocks where they lie inside the map: the paper's valid seed region. */
  public static Axis valid(int extent, int block) {
    return new Axis(extent, block, 0, extent - block + 1);
  }

  /** Centers a block on each position. Of an even block's two middles, the first is the center. */
  public static Axis whole(int extent, int block) {
    return new Axis(extent, block, -((block - 1) / 2), extent);
  }

  /** Places a block wherever it touches the map. */
  public static Axis extended(int extent, int block) {
    return new Axis(extent, block, 1 - block, sum(extent, block - 1));
  }

  /** Returns how many positions uncut blocks reach: the map itself where no block is cut. */
  int reach() {
    return sum(starts, block - 1);
  }

  private static int sum(int positions, int more) {
    if (positions > Integer.MAX_VALUE - more) {
      throw new IllegalArgumentException(
          "blockSize reaches too far over the edges of the map: " + positions + " + " + more);
    }
    return positions + more;
  }

  /** Returns how many blocks lie inside the map, whatever the region. */
  int startsInside() {
    return extent - block + 1;
  }

  /** Returns how many blocks cover a position. */
  int coverage(int position) {
    int first = Math.max(firstStart, position - block + 1);
    int last = Math.min(firstStart + starts - 1, position);
    return last - first + 1;
  }
}
