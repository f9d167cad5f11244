package io.github.dropblock.benchmarks.jmh;

import io.github.dropblock.benchmarks.plan.Row;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Two tensors. All that happens in place happens to {@code out}, so that x stays finite. */
@State(Scope.Benchmark)
public class Maps extends Counted {
  private static final long SEED = 1;

  /** N,C,H,W. */
  @Param("32,256,14,14")
  public String shape;

  /** A factor that leaves all numbers as large as they are, however often it is applied. */
  float scale = -1;

  Tensor x;
  Tensor out;

  /** Fetches the tensors of the shape. */
  @Setup
  public void setup() {
    Pair pair = Arena.get(Pair.class, shape, () -> Pair.of(Row.parse(shape)));
    x = pair.x;
    out = pair.out;
  }

  private record Pair(Tensor x, Tensor out) {
    static Pair of(Shape shape) {
      Tensor x = Tensor.zeros(shape);
      fill(x.data());
      return new Pair(x, x.copy());
    }
  }

  /** Numbers in [-1, 1). */
  static void fill(float[] data) {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < data.length; i++) {
      data[i] = (random.nextInt() >> 8) * 0x1p-23f;
    }
  }
}
