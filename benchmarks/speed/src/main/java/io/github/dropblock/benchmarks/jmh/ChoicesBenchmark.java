package io.github.dropblock.benchmarks.jmh;

import io.github.dropblock.MaskSharing;
import io.github.dropblock.Normalization;
import io.github.dropblock.tensor.Tensor;
import org.openjdk.jmh.annotations.Benchmark;

/** Applying a mask of each choice. */
public class ChoicesBenchmark {
  /** Channels share. */
  @Benchmark
  public Tensor channels(Maps maps, Choices choices) {
    return choices.sharing(MaskSharing.CHANNELS).apply(maps.x, maps.out);
  }

  /** Samples share. */
  @Benchmark
  public Tensor batch(Maps maps, Choices choices) {
    return choices.sharing(MaskSharing.BATCH).apply(maps.x, maps.out);
  }

  /** All planes share. */
  @Benchmark
  public Tensor all(Maps maps, Choices choices) {
    return choices.sharing(MaskSharing.ALL).apply(maps.x, maps.out);
  }

  /** Each sample has a scale of its own. */
  @Benchmark
  public Tensor bySample(Maps maps, Choices choices) {
    return choices.normalization(Normalization.SAMPLE).apply(maps.x, maps.out);
  }

  /** Each plane has a scale of its own. */
  @Benchmark
  public Tensor byPlane(Maps maps, Choices choices) {
    return choices.normalization(Normalization.PLANE).apply(maps.x, maps.out);
  }

  /** Dropped positions get noise. */
  @Benchmark
  public Tensor noise(Maps maps, Choices choices) {
    return choices.noise().apply(maps.x, maps.out);
  }

  /** Whole planes. */
  @Benchmark
  public Tensor spatial(Maps maps, Choices choices) {
    return choices.spatial().apply(maps.x, maps.out);
  }

  /** Whole samples. */
  @Benchmark
  public Tensor path(Maps maps, Choices choices) {
    return choices.path().apply(maps.x, maps.out);
  }
}
