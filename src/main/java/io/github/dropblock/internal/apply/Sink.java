package io.github.dropblock.internal.apply;

/** What numbers are written to, at absolute indices. */
interface Sink {
  /** Writes a run. */
  void put(int place, float[] from, int at, int length);

  /** Writes numbers some places apart. */
  void putApart(int place, int distance, float[] from, int at, int length);
}
