package io.github.dropblock.benchmarks.jmh;

import io.github.dropblock.DropBlock;
import io.github.dropblock.DropBlockBuilder;
import io.github.dropblock.DropMask;
import io.github.dropblock.DropPath;
import io.github.dropblock.Fill;
import io.github.dropblock.MaskSharing;
import io.github.dropblock.Normalization;
import io.github.dropblock.Regularizer;
import io.github.dropblock.SpatialDropout;
import io.github.dropblock.Threads;
import io.github.dropblock.benchmarks.plan.Row;
import java.util.EnumMap;
import java.util.Map;
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

  private final Map<MaskSharing, DropMask> bySharing = new EnumMap<>(MaskSharing.class);
  private final Map<Normalization, DropMask> byNormalization = new EnumMap<>(Normalization.class);
  private DropMask noise;
  private DropMask spatial;
  private DropMask path;

  /** Draws the masks. */
  @Setup
  public void setup() {
    for (MaskSharing sharing : MaskSharing.values()) {
      bySharing.put(sharing, mask(dropBlock().sharing(sharing).build()));
    }
    for (Normalization normalization : Normalization.values()) {
      byNormalization.put(normalization, mask(dropBlock().normalization(normalization).build()));
    }
    noise = mask(dropBlock().fill(Fill.gaussian(0, 1)).build());
    spatial = mask(SpatialDropout.of(KEEP_PROB, SEED));
    path = mask(DropPath.of(KEEP_PROB, SEED));
  }

  private static DropBlockBuilder dropBlock() {
    return DropBlock.builder().seed(SEED);
  }

  private DropMask mask(Regularizer regularizer) {
    return regularizer.withThreads(Threads.none()).sample(Row.parse(shape), 0);
  }

  DropMask sharing(MaskSharing sharing) {
    return bySharing.get(sharing);
  }

  DropMask normalization(Normalization normalization) {
    return byNormalization.get(normalization);
  }

  DropMask noise() {
    return noise;
  }

  DropMask spatial() {
    return spatial;
  }

  DropMask path() {
    return path;
  }
}
