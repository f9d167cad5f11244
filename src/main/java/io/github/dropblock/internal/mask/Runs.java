package io.github.dropblock.internal.mask;

/**
 * Number of blocks that cover each position of one axis, as a table of values and how often they
 * occur.
 *
 * <p>Along an axis the coverage is a trapezoid: it increases by 1 per position, stays constant, and
 * decreases by 1 per position. So its values are consecutive integers, and four numbers describe
 * all of them. The lowest values may occur only at one end of the axis (once each), the next ones
 * at both ends (twice each), and the highest on the plateau between them.
 *
 * @param first the lowest value, at least 1
 * @param ones number of values, beginning with {@code first}, that occur once
 * @param twos number of values after those that occur twice
 * @param plateau number of positions with the value after those, the highest; at least 1
 */
record Runs(int first, int ones, int twos, int plateau) {
  static Runs of(Axis axis) {
    int top = Math.min(axis.starts(), axis.block());
    int left = axis.coverage(0);
    int right = axis.coverage(axis.extent() - 1);
    int ones = Math.abs(left - right);
    int twos = top - Math.max(left, right);
    return new Runs(Math.min(left, right), ones, twos, axis.extent() - ones - twos - twos);
  }

  /** Returns the number of different values. */
  int values() {
    return ones + twos + 1;
  }

  /** Returns a value by its index, in ascending order. */
  int value(int index) {
    return first + index;
  }

  /** Returns at how many positions the value of an index occurs. */
  int times(int index) {
    if (index < ones) {
      return 1;
    }
    return index < ones + twos ? 2 : plateau;
  }
}
