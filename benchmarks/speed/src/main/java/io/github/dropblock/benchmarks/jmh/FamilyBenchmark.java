package io.github.dropblock.benchmarks.jmh;

import io.github.dropblock.tensor.Tensor;
import org.openjdk.jmh.annotations.Benchmark;

/** Sampling a mask of each relative and applying it in place. */
public class FamilyBenchmark {
  /** One hole in half of the samples. */
  @Benchmark
  public Tensor erasing(Maps maps, Family family) {
    return family.erasing().applyInPlace(maps.out);
  }

  /** Some small holes. */
  @Benchmark
  public Tensor coarse(Maps maps, Family family) {
    return family.coarse().applyInPlace(maps.out);
  }

  /** Cells that are kept independently. */
  @Benchmark
  public Tensor patches(Maps maps, Family family) {
    return family.patches().applyInPlace(maps.out);
  }

  /** A number of cells. */
  @Benchmark
  public Tensor exactPatches(Maps maps, Family family) {
    return family.exactPatches().applyInPlace(maps.out);
  }

  /** Holes at even distances. */
  @Benchmark
  public Tensor grid(Maps maps, Family family) {
    return family.grid().applyInPlace(maps.out);
  }
}
