package io.github.dropblock.benchmarks.jmh;

import io.github.dropblock.benchmarks.plan.Row;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Two tensors in direct buffers, as native engines hand them out. */
@State(Scope.Benchmark)
public class Buffers extends Counted {
  /** N,C,H,W. */
  @Param("32,256,14,14")
  public String shape;

  FloatBuffer x;
  FloatBuffer out;

  /** Fetches the buffers of the shape. */
  @Setup
  public void setup() {
    Pair pair = Arena.get(Pair.class, shape, () -> Pair.of(Row.parse(shape).size()));
    x = pair.x;
    out = pair.out;
  }

  private record Pair(FloatBuffer x, FloatBuffer out) {
    static Pair of(int size) {
      float[] data = new float[size];
      Maps.fill(data);
      return new Pair(direct(data), direct(data));
    }

    private static FloatBuffer direct(float[] data) {
      return ByteBuffer.allocateDirect(data.length * Float.BYTES)
          .order(ByteOrder.nativeOrder())
          .asFloatBuffer()
          .put(0, data);
    }
  }
}
