package io.github.dropblock.benchmarks.jmh;

import io.github.dropblock.benchmarks.peer.PlainJavaDropBlock;
import io.github.dropblock.benchmarks.plan.Row;
import io.github.dropblock.benchmarks.plan.Setting;
import io.github.dropblock.tensor.Shape;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The algorithm written down in Java as it stands in the paper. */
public class PlainJavaBenchmark {
  /** Sample and apply into another tensor. */
  @Benchmark
  public float[] apply(Maps maps, Peer peer) {
    peer.dropBlock.apply(maps.x.data(), maps.out.data());
    return maps.out.data();
  }

  /** The implementation with its arrays. */
  @State(Scope.Benchmark)
  public static class Peer {
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

    PlainJavaDropBlock dropBlock;

    /** Fetches the implementation. */
    @Setup
    public void setup() {
      Setting setting = new Setting(blockSize, keepProb);
      Shape parsed = Row.parse(shape);
      Object key = new Row(null, shape, setting);
      dropBlock =
          Arena.get(
              PlainJavaDropBlock.class, key, () -> new PlainJavaDropBlock(parsed, setting, SEED));
    }
  }
}
