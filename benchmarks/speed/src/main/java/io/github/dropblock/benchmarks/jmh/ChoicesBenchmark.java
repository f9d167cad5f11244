package io.github.dropblock.benchmarks.jmh;

import io.github.dropblock.DropMask;
import io.github.dropblock.MaskSharing;
import io.github.dropblock.Normalization;
import io.github.dropblock.Strides;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import org.openjdk.jmh.annotations.Benchmark;

/** Applying a mask of each choice. */
public class ChoicesBenchmark {
  private static final float SCALE = 1.25f;

  /** What no mask of whole planes can beat: each element read, multiplied and written. */
  @Benchmark
  public float[] scaledCopy(Maps maps) {
    float[] x = maps.x.data();
    float[] out = maps.out.data();
    for (int i = 0; i < x.length; i++) {
      out[i] = x[i] * SCALE;
    }
    return out;
  }

  /** Each plane has bits of its own. */
  @Benchmark
  public Tensor none(Maps maps, Choices choices) {
    return choices.sharing(MaskSharing.NONE).apply(maps.x, maps.out);
  }

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

  /** A direct buffer with swapped strides of samples and channels. */
  @Benchmark
  public DropMask swapped(Buffers buffers, Choices choices) {
    DropMask mask = choices.sharing(MaskSharing.NONE);
    Shape shape = mask.shape();
    int plane = shape.planeSize();
    mask.applyInPlace(buffers.out, new Strides(0, plane, plane * shape.n(), plane, shape.w(), 1));
    return mask;
  }

  /** A direct buffer with the channels last. */
  @Benchmark
  public DropMask channelsLast(Buffers buffers, Choices choices) {
    DropMask mask = choices.sharing(MaskSharing.NONE);
    mask.applyInPlace(buffers.out, Strides.channelsLast(mask.shape()));
    return mask;
  }
}
