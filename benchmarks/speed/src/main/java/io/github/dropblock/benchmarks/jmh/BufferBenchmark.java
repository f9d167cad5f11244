package io.github.dropblock.benchmarks.jmh;

import java.nio.FloatBuffer;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * This library on direct buffers. A mask that exists is applied: sampling is the same on each path,
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
}
