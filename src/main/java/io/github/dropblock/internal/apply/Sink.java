package io.github.dropblock.internal.apply;

/** Target of numbers, which are written at absolute indices. */
interface Sink {
  /** Writes a run of consecutive numbers. */
  void put(int place, float[] from, int at, int length);

  /**
   * Writes numbers at a fixed distance from each other, in a row of runs.
   *
   * @param starts the distance of each run from {@code place}
   * @param first the first run to write
   * @param end the run behind the last one
   * @param run number of elements of a run
   */
  void putRuns(
      int place, int[] starts, int first, int end, int run, int distance, float[] from, int at);

  /** Returns the array that the numbers lie in, or null if none is accessible. */
  default float[] array() {
    return null;
  }

  /** Returns the index in the array. */
  default int index(int place) {
    return place;
  }
}
