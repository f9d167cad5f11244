package io.github.dropblock.djl;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.norm.Dropout;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import io.github.dropblock.DropBlock;
import io.github.dropblock.KernelInfo;
import io.github.dropblock.Threads;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * The cost of the layer's forward pass in training, beside the engine's own dropout and its product
 * of two arrays: medians of rounds in which the three take turns, on one thread.
 */
public final class DropBlockCost {
  private static final long WARM_UP_NANOS = 3_000_000_000L;
  private static final int ROUNDS = 201;
  private static final List<Shape> SHAPES =
      List.of(new Shape(32, 256, 14, 14), new Shape(8, 256, 56, 56));

  private DropBlockCost() {}

  // Gradients are recorded as long as the collector is open.
  @SuppressWarnings("try")
  public static void main(String[] arguments) {
    System.out.printf(
        "Java %s, %s %s, kernels %s%n",
        Runtime.version(),
        Engine.getInstance().getEngineName(),
        Engine.getInstance().getVersion(),
        KernelInfo.current());
    System.out.println(
        "shape                 layer ms  dropout ms  multiply ms  / dropout  / multiply");
    for (Shape shape : SHAPES) {
      try (NDManager manager = NDManager.newBaseManager();
          GradientCollector recording = Engine.getInstance().newGradientCollector()) {
        report(shape, medians(manager, shape));
      }
    }
  }

  private static void report(Shape shape, double[] ms) {
    System.out.printf(
        Locale.ROOT,
        "%-20s %9.3f %11.3f %12.3f %10.3f %11.2f%n",
        shape,
        ms[0],
        ms[1],
        ms[2],
        ms[0] / ms[1],
        ms[0] / ms[2]);
  }

  private static double[] medians(NDManager manager, Shape shape) {
    NDArray x = manager.randomNormal(shape);
    x.setRequiresGradient(true);
    NDArray factors = manager.randomNormal(shape);
    DropBlock dropBlock =
        DropBlock.builder().keepProb(.9).blockSize(7).seed(1).threads(Threads.none()).build();
    List<Supplier<NDArray>> passes =
        List.of(
            forward(manager, DropBlockLayer.of(dropBlock), x),
            forward(manager, Dropout.builder().optRate(.1f).build(), x),
            () -> x.mul(factors));
    passes.forEach(DropBlockCost::warmUp);
    double[][] ms = new double[passes.size()][ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      for (int pass = 0; pass < ms.length; pass++) {
        ms[pass][round] = milliseconds(passes.get(pass));
      }
    }
    return Arrays.stream(ms).mapToDouble(DropBlockCost::median).toArray();
  }

  private static Supplier<NDArray> forward(NDManager manager, Block block, NDArray x) {
    block.initialize(manager, DataType.FLOAT32, x.getShape());
    ParameterStore store = new ParameterStore(manager, false);
    NDList inputs = new NDList(x);
    return () -> block.forward(store, inputs, true).singletonOrThrow();
  }

  private static void warmUp(Supplier<NDArray> pass) {
    long start = System.nanoTime();
    while (System.nanoTime() - start < WARM_UP_NANOS) {
      milliseconds(pass);
    }
  }

  /** With giving the output back, and all that was kept for its gradient. */
  private static double milliseconds(Supplier<NDArray> pass) {
    long start = System.nanoTime();
    pass.get().close();
    return (System.nanoTime() - start) / 1e6;
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
