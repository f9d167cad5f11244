package io.github.dropblock.internal.mask;

/**
 * Rule for the places that holes of any length may take along an axis. These are the places of
 * {@link Axis}, as numbers and without an object per hole.
 */
public enum HoleRegion {
  /** Places holes inside the map. */
  VALID(0),
  /** Centers a hole on each position. Of an even hole's two middles, the first is the center. */
  WHOLE(1),
  /** Places a hole wherever it touches the map. */
  EXTENDED(2);

  /** How far a hole may reach over an edge, in halves of its length without one position. */
  private final int halves;

  HoleRegion(int halves) {
    this.halves = halves;
  }

  /** Returns the first start of a hole, which may be negative. */
  long firstStart(int length) {
    return -(((length - 1L) * halves) >> 1);
  }

  /** Returns the number of consecutive starts of a hole that is not longer than the axis. */
  long starts(int extent, int length) {
    return extent + (length - 1L) * (halves - 1);
  }
}
