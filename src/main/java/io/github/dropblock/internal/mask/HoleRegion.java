package io.github.dropblock.internal.mask;

/**
 * Rule for the places that holes of any length may take along an axis. These are the places of
 * {@link Axis}, as numbers and without an object per hole.
 */
public enum HoleRegion {
  /** Places holes inside the map. */
  VALID,
  /** Centers a hole on each position. Of an even hole's two middles, the first is the center. */
  WHOLE,
  /** Places a hole wherever it touches the map. */
  EXTENDED;

  /** Returns the first start of a hole, which may be negative. */
  int firstStart(int length) {
    return switch (this) {
      case VALID -> 0;
      case WHOLE -> -((length - 1) / 2);
      case EXTENDED -> 1 - length;
    };
  }

  /** Returns the number of consecutive starts of a hole that is not longer than the axis. */
  long starts(int extent, int length) {
    return switch (this) {
      case VALID -> extent - length + 1L;
      case WHOLE -> extent;
      case EXTENDED -> extent + length - 1L;
    };
  }
}
