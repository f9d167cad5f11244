package io.github.dropblock.benchmarks.jmh;

import io.github.dropblock.benchmarks.peer.Libtorch;
import io.github.dropblock.benchmarks.peer.LibtorchMap;
import io.github.dropblock.benchmarks.plan.Row;
import io.github.dropblock.benchmarks.plan.Setting;
import io.github.dropblock.tensor.Shape;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A tensor of libtorch's, in each of its two layouts. */
@State(Scope.Benchmark)
public class LibtorchMaps extends Counted {
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

  /** What is asked. */
  Setting setting;

  /** Row-major. */
  LibtorchMap rows;

  /** Channels-last. */
  LibtorchMap channelsLast;

  /** Fetches the tensors of the shape. */
  @Setup
  public void setup() {
    setting = new Setting(blockSize, keepProb);
    Pair pair = Arena.get(Pair.class, shape, () -> Pair.of(Row.parse(shape)));
    rows = pair.rows;
    channelsLast = pair.channelsLast;
  }

  private record Pair(LibtorchMap rows, LibtorchMap channelsLast) {
    static Pair of(Shape shape) {
      Libtorch.start(SEED);
      float[] data = new float[shape.size()];
      Maps.fill(data);
      LibtorchMap rows = LibtorchMap.of(data, shape);
      return new Pair(rows, rows.toChannelsLast());
    }
  }
}
