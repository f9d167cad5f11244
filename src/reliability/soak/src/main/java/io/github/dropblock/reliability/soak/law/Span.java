package io.github.dropblock.reliability.soak.law;

/**
 * Where blocks may start along one axis of a map; written without a look at the library's code.
 *
 * @param extent positions of the axis
 * @param block length of a block, at most {@code extent}
 * @param first the first start
 * @param starts how many starts there are
 */
record Span(int extent, int block, int first, int starts) {
  /** Starts whose block covers a position. */
  int covering(int position) {
    return coveringBoth(position, position);
  }

  /** Starts whose block covers both positions. */
  int coveringBoth(int i, int j) {
    int from = Math.max(first, Math.max(i, j) - block + 1);
    int to = Math.min(first + starts - 1, Math.min(i, j));
    return Math.max(0, to - from + 1);
  }
}
