package io.github.dropblock.benchmarks.jmh;

import io.github.dropblock.DropBlock;
import io.github.dropblock.DropMask;
import io.github.dropblock.DropPath;
import io.github.dropblock.Fill;
import io.github.dropblock.MaskSharing;
import io.github.dropblock.Normalization;
import io.github.dropblock.Regularizer;
import io.github.dropblock.SpatialDropout;
import io.github.dropblock.Threads;
import io.github.dropblock.benchmarks.plan.Row;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Masks of each choice, which exist. */
@State(Scope.Benchmark)
public class Choices {
  private static final double KEEP_PROB = 0.9;
  private static final long SEED = 42;

  /** N,C,H,W. */
  @Param("32,256,14,14")
  public String shape;

  private final Map<Object, DropMask> masks = new HashMap<>();

  /** Forgets the masks of another shape. */
  @Setup
  public void setup() {
    masks.clear();
  }

  DropMask sharing(MaskSharing sharing) {
    return mask(
        sharing,
        () -> DropBlock.builder().seed(SEED).threads(Threads.none()).sharing(sharing).build());
  }

  DropMask normalization(Normalization normalization) {
    return mask(normalization, () -> dropBlock().withNormalization(normalization));
  }

  DropMask noise() {
    return mask("noise", () -> dropBlock().withFill(Fill.gaussian(0, 1)));
  }

  DropMask spatial() {
    return mask("spatial", () -> SpatialDropout.of(KEEP_PROB, SEED).withThreads(Threads.none()));
  }

  DropMask path() {
    return mask("path", () -> DropPath.of(KEEP_PROB, SEED).withThreads(Threads.none()));
  }

  private static DropBlock dropBlock() {
    return DropBlock.builder().seed(SEED).threads(Threads.none()).build();
  }

  private DropMask mask(Object name, Supplier<Regularizer> regularizer) {
    return masks.computeIfAbsent(name, n -> regularizer.get().sample(Row.parse(shape), 0));
  }
}
