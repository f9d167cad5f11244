package io.github.dropblock.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.github.dropblock.DropBlock;
import io.github.dropblock.DropPath;
import io.github.dropblock.Dropout;
import io.github.dropblock.Fill;
import io.github.dropblock.Normalization;
import io.github.dropblock.Regularizer;
import io.github.dropblock.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The engine's gradient through the layer. */
class GradientTest extends EngineTest {
  private static final DropBlock DROP_BLOCK =
      DropBlock.builder().keepProb(.8).blockSize(3).seed(5).build();
  private static final Shape SHAPE = new Shape(2, 3, 6, 5);

  static List<Regularizer> regularizers() {
    return List.of(
        DROP_BLOCK,
        DROP_BLOCK.withNormalization(Normalization.SAMPLE),
        DROP_BLOCK.withFill(Fill.gaussian(1, 2)),
        Dropout.of(.5, 1),
        DropPath.of(.5, 1));
  }

  /** A function of all outputs, each with its own weight. */
  private NDArray loss(DropBlockLayer layer, NDArray x) {
    NDArray weights = manager.arange(x.size()).reshape(SHAPE).toType(DataType.FLOAT64, false);
    NDArray y = train(layer.step(3), x);
    return y.mul(y).mul(weights).sum();
  }

  private double[] gradient(DropBlockLayer layer, NDArray x) {
    x.setRequiresGradient(true);
    try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      collector.backward(loss(layer, x));
    }
    double[] gradient = x.getGradient().toType(DataType.FLOAT64, false).toDoubleArray();
    x.setRequiresGradient(false);
    return gradient;
  }

  /** Central differences of a square are exact but for rounding. */
  @ParameterizedTest
  @MethodSource("regularizers")
  void finiteDifferences(Regularizer regularizer) {
    DropBlockLayer layer = DropBlockLayer.of(regularizer);
    NDArray x = numbers(SHAPE).toType(DataType.FLOAT64, true);
    double[] gradient = gradient(layer, x);
    double[] values = x.toDoubleArray();
    for (int i = 0; i < values.length; i++) {
      double difference = (at(layer, values, i, 1e-3) - at(layer, values, i, -1e-3)) / 2e-3;
      assertEquals(difference, gradient[i], 1e-6, "element " + i);
    }
  }

  private double at(DropBlockLayer layer, double[] values, int i, double change) {
    double[] changed = values.clone();
    changed[i] += change;
    return loss(layer, manager.create(changed, SHAPE)).getDouble();
  }

  @Test
  void itIsTheMasksOwn() {
    NDArray x = numbers(SHAPE);
    x.setRequiresGradient(true);
    try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      NDArray y = train(DropBlockLayer.of(DROP_BLOCK), x);
      // Two passes before the first gradient: neither mask's memory may be used again.
      NDArray z = train(DropBlockLayer.of(DROP_BLOCK.withSeed(6)), x);
      collector.backward(y.add(z).sum());
    }
    float[] ones = new float[x.toFloatArray().length];
    Arrays.fill(ones, 1);
    float[] expected = backward(DROP_BLOCK, ones);
    float[] second = backward(DROP_BLOCK.withSeed(6), ones);
    for (int i = 0; i < expected.length; i++) {
      expected[i] += second[i];
    }
    assertArrayEquals(expected, x.getGradient().toFloatArray());
  }

  private static float[] backward(Regularizer regularizer, float[] dy) {
    return regularizer
        .sample(io.github.dropblock.tensor.Shape.nchw(2, 3, 6, 5), 0)
        .backward(Tensor.of(dy, 2, 3, 6, 5))
        .data();
  }

  @Test
  void halfPrecisionToo() {
    NDArray x = numbers(SHAPE).toType(DataType.FLOAT16, true);
    x.setRequiresGradient(true);
    NDArray y;
    try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      y = train(DropBlockLayer.of(DROP_BLOCK), x);
      collector.backward(y.sum());
    }
    NDArray gradient = x.getGradient();
    assertEquals(DataType.FLOAT16, gradient.getDataType());
    assertEquals(y.eq(0), gradient.eq(0));
    assertTrue(y.eq(0).any().getBoolean());
  }
}
