package io.github.dropblock.benchmarks.jmh;

import java.util.concurrent.ForkJoinTask;
import org.openjdk.jmh.annotations.Benchmark;

/** The limits: reading a tensor once and writing one once. */
public class LimitBenchmark {
  /** Copies as the JDK does. */
  @Benchmark
  public float[] arraycopy(Maps maps) {
    System.arraycopy(maps.x.data(), 0, maps.out.data(), 0, maps.x.data().length);
    return maps.out.data();
  }

  /** Copies in a loop. */
  @Benchmark
  public float[] copy(Maps maps) {
    Loops.copy(maps.x.data(), maps.out.data());
    return maps.out.data();
  }

  /** Multiplies into another tensor. */
  @Benchmark
  public float[] product(Maps maps) {
    product(maps, 0, maps.x.data().length);
    return maps.out.data();
  }

  /** Multiplies in place. */
  @Benchmark
  public float[] productInPlace(Maps maps) {
    Loops.productInPlace(maps.out.data(), maps.scale);
    return maps.out.data();
  }

  /** Multiplies on two threads, a half each. */
  @Benchmark
  public float[] productOfHalves(Maps maps) {
    int size = maps.x.data().length;
    int middle = size / 2;
    Pools.two().invoke(ForkJoinTask.adapt(() -> bothHalves(maps, middle, size)));
    return maps.out.data();
  }

  private static void bothHalves(Maps maps, int middle, int size) {
    ForkJoinTask<?> other = ForkJoinTask.adapt(() -> product(maps, middle, size)).fork();
    product(maps, 0, middle);
    other.join();
  }

  private static void product(Maps maps, int from, int to) {
    Loops.product(maps.x.data(), maps.out.data(), maps.scale, from, to);
  }
}
