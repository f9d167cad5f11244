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
import java.util.HashMap;
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
  private static final String NOISE = "noise";
  private static final String SPATIAL = "spatial";
  private static final String PATH = "path";

  /** N,C,H,W. */
  @Param("32,256,14,14")
  public String shape;

  /** By what {@link #regularizer} knows. A lookup allocates nothing. */
  private final Map<Object, DropMask> masks = new HashMap<>();

  /** Forgets the masks of another shape. */
  @Setup
  public void setup() {
    masks.clear();
  }

  DropMask sharing(MaskSharing sharing) {
    return mask(sharing);
  }

  DropMask normalization(Normalization normalization) {
    return mask(normalization);
  }

  DropMask noise() {
    return mask(NOISE);
  }

  DropMask spatial() {
    return mask(SPATIAL);
  }

  DropMask path() {
    return mask(PATH);
  }

  private DropMask mask(Object choice) {
    DropMask known = masks.get(choice);
    if (known != null) {
      return known;
    }
    Regularizer regularizer = regularizer(choice).withThreads(Threads.none());
    DropMask drawn = regularizer.sample(Row.parse(shape), 0);
    masks.put(choice, drawn);
    return drawn;
  }

  private static Regularizer regularizer(Object choice) {
    DropBlockBuilder dropBlock = DropBlock.builder().seed(SEED);
    if (choice instanceof MaskSharing sharing) {
      return dropBlock.sharing(sharing).build();
    }
    if (choice instanceof Normalization normalization) {
      return dropBlock.normalization(normalization).build();
    }
    return switch ((String) choice) {
      case NOISE -> dropBlock.fill(Fill.gaussian(0, 1)).build();
      case SPATIAL -> SpatialDropout.of(KEEP_PROB, SEED);
      case PATH -> DropPath.of(KEEP_PROB, SEED);
      default -> throw new IllegalArgumentException("choice: " + choice);
    };
  }
}
