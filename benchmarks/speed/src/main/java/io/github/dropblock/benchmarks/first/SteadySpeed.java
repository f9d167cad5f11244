package io.github.dropblock.benchmarks.first;

import java.util.Arrays;

/** Finds the moment from which on calls take no longer than at the end. */
final class SteadySpeed {
  /** Calls of which the median is taken, so that a single slow call does not count. */
  private static final int WINDOW = 15;

  private static final double AS_FAST = 1.25;
  private static final int FEWEST_CALLS = 4 * WINDOW;

  private SteadySpeed() {}

  /**
   * Returns the end of the last call at which the median of the calls around it was more than 1.25
   * times that of the last quarter of all calls.
   *
   * @param ends of calls that follow each other
   * @return 0 if the calls are too few to tell
   */
  static long since(long[] ends) {
    if (ends.length < FEWEST_CALLS) {
      return 0;
    }
    long[] nanos = new long[ends.length - 1];
    for (int i = 0; i < nanos.length; i++) {
      nanos[i] = ends[i + 1] - ends[i];
    }
    double steady = median(nanos, nanos.length - nanos.length / 4, nanos.length);
    int first = nanos.length - WINDOW;
    while (first >= 0 && median(nanos, first, first + WINDOW) <= AS_FAST * steady) {
      first--;
    }
    return ends[first < 0 ? 0 : first + WINDOW / 2 + 1];
  }

  private static long median(long[] values, int from, int to) {
    long[] sorted = Arrays.copyOfRange(values, from, to);
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
