package io.github.dropblock.benchmarks.jmh;

import io.github.dropblock.Strides;
import io.github.dropblock.tensor.Shape;
import java.nio.FloatBuffer;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * This library on direct buffers. An existing mask is applied: sampling is the same on each path,
 * and would hide a part of the difference.
 */
public class BufferBenchmark {
  /** From one buffer into another. */
  @Benchmark
  public FloatBuffer apply(Buffers buffers, Sampling sampling) {
    sampling.mask().apply(buffers.x, buffers.out);
    return buffers.out;
  }

  /** In place. */
  @Benchmark
  public FloatBuffer applyInPlace(Buffers buffers, Sampling sampling) {
    sampling.mask().applyInPlace(buffers.out);
    return buffers.out;
  }

  /** In place, with the strides of samples and channels swapped. */
  @Benchmark
  public FloatBuffer swapped(Buffers buffers, Sampling sampling) {
    Shape shape = sampling.mask().shape();
    int plane = shape.planeSize();
    Strides strides = new Strides(0, plane, plane * shape.n(), plane, shape.w(), 1);
    sampling.mask().applyInPlace(buffers.out, strides);
    return buffers.out;
  }

  /** In place, with the channels last. */
  @Benchmark
  public FloatBuffer channelsLast(Buffers buffers, Sampling sampling) {
    sampling.mask().applyInPlace(buffers.out, Strides.channelsLast(sampling.mask().shape()));
    return buffers.out;
  }

  /** The mask as numbers. */
  @Benchmark
  public FloatBuffer multipliers(Buffers buffers, Sampling sampling) {
    sampling.mask().writeMultipliers(buffers.out);
    return buffers.out;
  }
}
