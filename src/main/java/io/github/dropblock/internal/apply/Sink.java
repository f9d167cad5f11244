package io.github.dropblock.internal.apply;

/** Target of numbers, which are written at absolute indices. */
interface Sink {
  /** Writes a run of consecutive numbers. */
  void put(int place, float[] from, int at, int length);

  /** Writes numbers at a fixed distance from each other. */
  void putApart(int place, int distance, float[] from, int at, int length);
}
