package io.github.dropblock.benchmarks.run;

import java.util.stream.DoubleStream;

/** The median, which a burst of other work on the machine does not move. */
public final class Median {
  private Median() {}

  /** Returns the median of at least one value. */
  public static double of(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
