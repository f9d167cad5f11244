package io.github.dropblock.benchmarks.jmh;

import io.github.dropblock.BlockSize;
import io.github.dropblock.DropMask;
import io.github.dropblock.GridMask;
import io.github.dropblock.Holes;
import io.github.dropblock.Patches;
import io.github.dropblock.Regularizer;
import io.github.dropblock.Threads;
import io.github.dropblock.benchmarks.plan.Row;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** DropBlock's relatives for images, each with a mask that is sampled anew at each call. */
@State(Scope.Benchmark)
public class Family {
  private static final long SEED = 42;
  private static final int CELL = 4;

  /** N,C,H,W. */
  @Param("32,256,14,14")
  public String shape;

  private Sampler erasing;
  private Sampler coarse;
  private Sampler patches;
  private Sampler exactPatches;
  private Sampler grid;
  private long step;

  /** Makes the regularizers, each with a mask to draw into. */
  @Setup
  public void setup() {
    erasing = sampler(Holes.randomErasing(0.5, SEED));
    coarse = sampler(Holes.coarse(1, 8, BlockSize.square(2), BlockSize.square(5), SEED));
    patches = sampler(Patches.of(CELL, 0.5, SEED));
    exactPatches = sampler(Patches.exactly(CELL, 0.25, SEED));
    grid = sampler(GridMask.of(CELL, 2 * CELL, 0.4, SEED));
  }

  private Sampler sampler(Regularizer regularizer) {
    Regularizer alone = regularizer.withThreads(Threads.none());
    return new Sampler(alone, alone.sample(Row.parse(shape), 0));
  }

  DropMask erasing() {
    return next(erasing);
  }

  DropMask coarse() {
    return next(coarse);
  }

  DropMask patches() {
    return next(patches);
  }

  DropMask exactPatches() {
    return next(exactPatches);
  }

  DropMask grid() {
    return next(grid);
  }

  private DropMask next(Sampler sampler) {
    sampler.regularizer.sampleInto(sampler.mask, step++);
    return sampler.mask;
  }

  private record Sampler(Regularizer regularizer, DropMask mask) {}
}
