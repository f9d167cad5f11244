package io.github.dropblock.benchmarks.jmh;

import io.github.dropblock.DropBlock;
import io.github.dropblock.DropMask;
import io.github.dropblock.Threads;
import io.github.dropblock.benchmarks.plan.Row;
import io.github.dropblock.benchmarks.plan.Setting;
import io.github.dropblock.tensor.Shape;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A regularizer and a mask that is sampled anew, a step later at each call. */
@State(Scope.Benchmark)
public class Sampling {
  private static final long SEED = 42;

  /** N,C,H,W. */
  @Param("32,256,14,14")
  public String shape;

  /** Side of a block. */
  @Param("7")
  public int blockSize;

  /** The probability to keep a position. */
  @Param("0.9")
  public double keepProb;

  /** How many threads the library may use, 1 or 2. */
  @Param("1")
  public int threads;

  private DropBlock dropBlock;
  private DropMask mask;
  private long step;

  /** Fetches the regularizer and its mask. */
  @Setup
  public void setup() {
    Shape parsed = Row.parse(shape);
    Sampler sampler = Arena.get(Sampler.class, key(), () -> newSampler(parsed));
    dropBlock = sampler.dropBlock;
    mask = sampler.mask;
  }

  private Object key() {
    return new Row(null, shape, new Setting(blockSize, keepProb), threads);
  }

  private Sampler newSampler(Shape parsed) {
    Threads allowed = threads == 1 ? Threads.none() : Threads.of(Pools.two());
    DropBlock made =
        DropBlock.builder()
            .keepProb(keepProb)
            .blockSize(blockSize)
            .seed(SEED)
            .threads(allowed)
            .build();
    return new Sampler(made, made.sample(parsed, 0));
  }

  /** The mask as it is. */
  DropMask mask() {
    return mask;
  }

  /** The mask of the next step, in the memory of the last one. */
  DropMask next() {
    dropBlock.sampleInto(mask, step++);
    return mask;
  }

  private record Sampler(DropBlock dropBlock, DropMask mask) {}
}
