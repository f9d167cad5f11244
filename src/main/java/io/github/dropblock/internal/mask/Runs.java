package io.github.dropblock.internal.mask;

/**
 * By how many blocks the positions of one axis are covered.
 *
 * <p>Along an axis the coverage is a trapezoid: it rises by 1 a position, stays, and falls by 1 a
 * position. So its values are consecutive numbers. The lowest may occur at one end of the axis
 * only, the next ones at both ends, and the highest between them.
 *
 * @param first the lowest value, at least 1
 * @param ones how many values from {@code first} on occur once
 * @param twos how many values after those occur twice
 * @param plateau how often the value after those, the highest, occurs: at least once
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

  /** How many different values there are. */
  int values() {
    return ones + twos + 1;
  }

  /** The value of an index, in rising order. */
  int value(int index) {
    return first + index;
  }

  /** At how many positions the value of an index occurs. */
  int times(int index) {
    if (index < ones) {
      return 1;
    }
    return index < ones + twos ? 2 : plateau;
  }
}
