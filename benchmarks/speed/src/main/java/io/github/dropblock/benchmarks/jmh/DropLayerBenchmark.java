package io.github.dropblock.benchmarks.jmh;

import io.github.dropblock.DropBlock;
import io.github.dropblock.DropLayer;
import io.github.dropblock.Threads;
import io.github.dropblock.tensor.Tensor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A training step of a layer, both ways. The gradient is read from the tensor that held the input
 * and written to the one that held the output, so that a step touches as much memory as its limit.
 */
public class DropLayerBenchmark {
  /** Forward and backward into another tensor. */
  @Benchmark
  public Tensor pass(Maps maps, Layer layer) {
    layer.dropLayer.forward(maps.x, maps.out);
    return layer.dropLayer.backward(maps.x, maps.out);
  }

  /** Forward and backward in place. */
  @Benchmark
  public Tensor passInPlace(Maps maps, Layer layer) {
    layer.dropLayer.forwardInPlace(maps.out);
    return layer.dropLayer.backwardInPlace(maps.out);
  }

  /** A layer whose keepProb is another one at each step, and always near that of the setting. */
  @State(Scope.Benchmark)
  public static class Layer {
    private static final long SEED = 42;
    private static final int PERIOD = 1000;
    private static final double CHANGE = 1e-6;

    /** N,C,H,W. */
    @Param("32,256,14,14")
    public String shape;

    /** Side of a block. */
    @Param("7")
    public int blockSize;

    /** The probability to keep a position. */
    @Param("0.9")
    public double keepProb;

    DropLayer dropLayer;

    /** Creates the layer, or takes that of the last visit. */
    @Setup
    public void setup() {
      dropLayer = Arena.get(DropLayer.class, shape, this::newLayer);
    }

    private DropLayer newLayer() {
      DropBlock dropBlock =
          DropBlock.builder().blockSize(blockSize).seed(SEED).threads(Threads.none()).build();
      double mean = keepProb;
      return DropLayer.of(dropBlock, step -> mean + CHANGE * Math.floorMod(step, PERIOD));
    }
  }
}
