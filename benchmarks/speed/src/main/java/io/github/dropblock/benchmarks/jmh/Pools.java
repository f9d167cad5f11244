package io.github.dropblock.benchmarks.jmh;

import java.util.concurrent.ForkJoinPool;

/** The threads of the rows that use more than one. They are daemons. */
final class Pools {
  private Pools() {}

  static ForkJoinPool two() {
    return Arena.get(ForkJoinPool.class, 2, () -> new ForkJoinPool(2));
  }
}
