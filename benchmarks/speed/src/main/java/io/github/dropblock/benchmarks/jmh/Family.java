package io.github.dropblock.benchmarks.jmh;

import io.github.dropblock.BlockSize;
import io.github.dropblock.DropMask;
import io.github.dropblock.GridMask;
import io.github.dropblock.Holes;
import io.github.dropblock.Patches;
import io.github.dropblock.Regularizer;
import io.github.dropblock.Threads;
import io.github.dropblock.benchmarks.plan.Row;
import io.github.dropblock.tensor.Shape;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
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

  private final Map<String, Sampler> samplers = new HashMap<>();
  private long step;

  /** Forgets the masks of another shape. */
  @Setup
  public void setup() {
    samplers.clear();
  }

  DropMask erasing() {
    return next("erasing", () -> Holes.randomErasing(0.5, SEED));
  }

  DropMask coarse() {
    BlockSize least = BlockSize.square(2);
    return next("coarse", () -> Holes.coarse(1, 8, least, BlockSize.square(5), SEED));
  }

  DropMask patches() {
    return next("patches", () -> Patches.of(CELL, 0.5, SEED));
  }

  DropMask exactPatches() {
    return next("exact patches", () -> Patches.exactly(CELL, 0.25, SEED));
  }

  DropMask grid() {
    return next("grid", () -> GridMask.of(CELL, 2 * CELL, 0.4, SEED));
  }

  private DropMask next(String name, Supplier<Regularizer> regularizer) {
    Sampler sampler =
        samplers.computeIfAbsent(name, n -> Sampler.of(regularizer.get(), Row.parse(shape)));
    sampler.regularizer.sampleInto(sampler.mask, step++);
    return sampler.mask;
  }

  private record Sampler(Regularizer regularizer, DropMask mask) {
    static Sampler of(Regularizer regularizer, Shape shape) {
      Regularizer alone = regularizer.withThreads(Threads.none());
      return new Sampler(alone, alone.sample(shape, 0));
    }
  }
}
