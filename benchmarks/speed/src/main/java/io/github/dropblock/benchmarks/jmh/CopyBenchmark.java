package io.github.dropblock.benchmarks.jmh;

import java.util.concurrent.ForkJoinTask;
import org.openjdk.jmh.annotations.Benchmark;

/** The limit: reading a tensor once and writing one once. */
public class CopyBenchmark {
  /** On one thread. */
  @Benchmark
  public float[] arraycopy(Maps maps) {
    copy(maps, 0, maps.x.data().length);
    return maps.out.data();
  }

  /** On two threads, a half each. */
  @Benchmark
  public float[] halves(Maps maps) {
    int size = maps.x.data().length;
    int middle = size / 2;
    Pools.two().invoke(ForkJoinTask.adapt(() -> bothHalves(maps, middle, size)));
    return maps.out.data();
  }

  private static void bothHalves(Maps maps, int middle, int size) {
    ForkJoinTask<?> other = ForkJoinTask.adapt(() -> copy(maps, middle, size)).fork();
    copy(maps, 0, middle);
    other.join();
  }

  private static void copy(Maps maps, int from, int to) {
    System.arraycopy(maps.x.data(), from, maps.out.data(), from, to - from);
  }
}
