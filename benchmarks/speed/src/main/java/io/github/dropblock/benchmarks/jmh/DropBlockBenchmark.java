package io.github.dropblock.benchmarks.jmh;

import io.github.dropblock.DropMask;
import io.github.dropblock.tensor.Tensor;
import org.openjdk.jmh.annotations.Benchmark;

/** This library on arrays. */
public class DropBlockBenchmark {
  /** A training step's forward pass. */
  @Benchmark
  public Tensor sampleApply(Maps maps, Sampling sampling) {
    return sampling.next().apply(maps.x, maps.out);
  }

  /** The same without a second tensor. */
  @Benchmark
  public Tensor sampleApplyInPlace(Maps maps, Sampling sampling) {
    return sampling.next().applyInPlace(maps.out);
  }

  /** A training step's backward pass. */
  @Benchmark
  public Tensor apply(Maps maps, Sampling sampling) {
    return sampling.mask().apply(maps.x, maps.out);
  }

  /** The same without a second tensor. */
  @Benchmark
  public Tensor applyInPlace(Maps maps, Sampling sampling) {
    return sampling.mask().applyInPlace(maps.out);
  }

  /** Sampling alone. */
  @Benchmark
  public DropMask sample(Maps maps, Sampling sampling) {
    return sampling.next();
  }

  /** Takes kept elements from one tensor and dropped ones from another. */
  @Benchmark
  public Tensor select(Maps maps, Sampling sampling) {
    return sampling.mask().select(maps.x, maps.x, maps.out);
  }
}
