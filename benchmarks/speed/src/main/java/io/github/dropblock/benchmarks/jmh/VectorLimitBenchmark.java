package io.github.dropblock.benchmarks.jmh;

import org.openjdk.jmh.annotations.Benchmark;

/** The limits by the Vector API. */
public class VectorLimitBenchmark {
  /** Multiplies into another tensor. */
  @Benchmark
  public float[] product(Maps maps) {
    VectorLoops.product(maps.x.data(), maps.out.data(), maps.scale);
    return maps.out.data();
  }

  /** Multiplies in place. */
  @Benchmark
  public float[] productInPlace(Maps maps) {
    VectorLoops.productInPlace(maps.out.data(), maps.scale);
    return maps.out.data();
  }
}
