package io.github.dropblock.internal.mask;

import java.util.Arrays;

/**
 * Positions of an axis for sums over all of them. Positions that are at least as far from both ends
 * as the longest hole are covered equally often, so they form one place.
 *
 * @param longest length of the longest hole
 */
record HolePlaces(HoleAxis axis, int longest) {
  /** Returns the number of places. */
  int count() {
    return hasMiddle() ? 2 * longest + 1 : axis.extent();
  }

  private boolean hasMiddle() {
    return axis.extent() > 2L * longest;
  }

  /** Returns the number of positions of a place. */
  int times(int place) {
    return hasMiddle() && place == longest ? axis.extent() - 2 * longest : 1;
  }

  /** Returns the probability that a hole covers a position of a place. */
  double hit(int place, int length) {
    boolean behind = hasMiddle() && place > longest;
    return axis.hit(behind ? place + axis.extent() - count() : place, length);
  }

  /** Returns for each place the probability to be covered by a hole of one length. */
  double[] hits(int length) {
    double[] hits = new double[count()];
    Arrays.setAll(hits, place -> hit(place, length));
    return hits;
  }
}
