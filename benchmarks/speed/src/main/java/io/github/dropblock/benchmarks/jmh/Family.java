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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** DropBlock's relatives for images, each with a mask that is sampled anew at each call. */
@State(Scope.Benchmark)
public class Family {
  private static final long SEED = 42;
  private static final int CELL = 4;
  private static final String ERASING = "erasing";
  private static final String COARSE = "coarse";
  private static final String PATCHES = "patches";
  private static final String EXACT_PATCHES = "exact patches";
  private static final String GRID = "grid";

  /** N,C,H,W. */
  @Param("32,256,14,14")
  public String shape;

  /** By the names that {@link #regularizer} knows. A lookup allocates nothing. */
  private final Map<String, Sampler> samplers = new HashMap<>();

  private long step;

  /** Forgets the masks of another shape. */
  @Setup
  public void setup() {
    samplers.clear();
  }

  DropMask erasing() {
    return next(ERASING);
  }

  DropMask coarse() {
    return next(COARSE);
  }

  DropMask patches() {
    return next(PATCHES);
  }

  DropMask exactPatches() {
    return next(EXACT_PATCHES);
  }

  DropMask grid() {
    return next(GRID);
  }

  private DropMask next(String name) {
    Sampler sampler = samplers.get(name);
    if (sampler == null) {
      sampler = Sampler.of(regularizer(name), Row.parse(shape));
      samplers.put(name, sampler);
    }
    sampler.regularizer.sampleInto(sampler.mask, step++);
    return sampler.mask;
  }

  private static Regularizer regularizer(String name) {
    return switch (name) {
      case ERASING -> Holes.randomErasing(0.5, SEED);
      case COARSE -> Holes.coarse(1, 8, BlockSize.square(2), BlockSize.square(5), SEED);
      case PATCHES -> Patches.of(CELL, 0.5, SEED);
      case EXACT_PATCHES -> Patches.exactly(CELL, 0.25, SEED);
      case GRID -> GridMask.of(CELL, 2 * CELL, 0.4, SEED);
      default -> throw new IllegalArgumentException("name: " + name);
    };
  }

  private record Sampler(Regularizer regularizer, DropMask mask) {
    static Sampler of(Regularizer regularizer, Shape shape) {
      Regularizer alone = regularizer.withThreads(Threads.none());
      return new Sampler(alone, alone.sample(shape, 0));
    }
  }
}
