package io.github.dropblock.internal.mask;

/**
 * Axis of a plane with holes.
 *
 * @param extent positions of the axis
 * @param region where holes may lie
 */
public record HoleAxis(int extent, HoleRegion region) {
  /** Returns the number of places of a hole. */
  long starts(int length) {
    return region.starts(extent, length);
  }

  /** Returns the first position on the map of a hole at a place. */
  int from(int length, long place) {
    return (int) Math.max(0, region.firstStart(length) + place);
  }

  /** Returns the position after the last one on the map of a hole at a place. */
  int to(int length, long place) {
    return (int) Math.min(extent, region.firstStart(length) + place + length);
  }

  /** Returns the probability that a hole at a random place covers a position. */
  double hit(int position, int length) {
    if (length == 0) {
      return 0;
    }
    long firstStart = region.firstStart(length);
    long first = Math.max(firstStart, position - length + 1L);
    long last = Math.min(firstStart + starts(length) - 1, position);
    return (double) (last - first + 1) / starts(length);
  }
}
