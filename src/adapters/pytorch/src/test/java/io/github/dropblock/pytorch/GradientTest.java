package io.github.dropblock.pytorch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.DropBlock;
import io.github.dropblock.DropPath;
import io.github.dropblock.Dropout;
import io.github.dropblock.Fill;
import io.github.dropblock.Normalization;
import io.github.dropblock.Regularizer;
import java.nio.DoubleBuffer;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.MemoryFormat;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The engine's gradient through the module. */
class GradientTest extends EngineTest {
  private static final DropBlock DROP_BLOCK =
      DropBlock.builder().keepProb(.8).blockSize(3).seed(5).build();
  private static final long[] SHAPE = {2, 3, 6, 5};
  private static final int[] EXTENTS = {2, 3, 6, 5};

  static List<Regularizer> regularizers() {
    return List.of(
        DROP_BLOCK,
        DROP_BLOCK.withNormalization(Normalization.SAMPLE),
        DROP_BLOCK.withFill(Fill.gaussian(1, 2)),
        Dropout.of(.5, 1),
        DropPath.of(.5, 1));
  }

  /** A function of all outputs, each with its own weight. */
  private static Tensor loss(DropBlockModule module, Tensor x) {
    double[] weights = new double[(int) x.numel()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = i;
    }
    Tensor y = train(module.step(3), x);
    return y.mul(y).mul(Tensor.create(weights, SHAPE)).sum();
  }

  private static double[] doubles(Tensor x) {
    double[] values = new double[(int) x.numel()];
    x.to(ScalarType.Double).contiguous().<DoubleBuffer>createBuffer().get(values);
    return values;
  }

  /** Central differences of a square are exact but for rounding. */
  @ParameterizedTest
  @MethodSource("regularizers")
  void finiteDifferences(Regularizer regularizer) {
    for (MemoryFormat format :
        new MemoryFormat[] {MemoryFormat.Contiguous, MemoryFormat.ChannelsLast}) {
      DropBlockModule module = new DropBlockModule(regularizer);
      Tensor x = numbers(SHAPE).to(ScalarType.Double).contiguous(format);
      double[] values = doubles(x);
      x.set_requires_grad(true);
      loss(module, x).backward();
      double[] gradient = doubles(x.grad());
      for (int i = 0; i < values.length; i++) {
        double difference = (at(module, values, i, 1e-3) - at(module, values, i, -1e-3)) / 2e-3;
        assertEquals(difference, gradient[i], 1e-6, "element " + i);
      }
    }
  }

  private static double at(DropBlockModule module, double[] values, int i, double change) {
    double[] changed = values.clone();
    changed[i] += change;
    return loss(module, Tensor.create(changed, SHAPE)).item_double();
  }

  /** Two passes before the first gradient: neither mask's memory may be used again. */
  @Test
  void itIsTheMasksOwn() {
    Tensor x = numbers(SHAPE);
    x.set_requires_grad(true);
    Tensor y = train(new DropBlockModule(DROP_BLOCK), x);
    Tensor z = train(new DropBlockModule(DROP_BLOCK.withSeed(6)), x);
    y.add(z).sum().backward();
    float[] expected = Plain.multipliers(DROP_BLOCK, 0, EXTENTS);
    float[] second = Plain.multipliers(DROP_BLOCK.withSeed(6), 0, EXTENTS);
    for (int i = 0; i < expected.length; i++) {
      expected[i] += second[i];
    }
    assertArrayEquals(expected, floats(x.grad()));
  }

  @ParameterizedTest
  @EnumSource(names = {"Half", "BFloat16"})
  void halvesToo(ScalarType type) {
    Tensor x = numbers(SHAPE).to(type);
    x.set_requires_grad(true);
    Tensor y = train(new DropBlockModule(DROP_BLOCK), x);
    y.sum().backward();
    Tensor gradient = x.grad();
    assertEquals(type, gradient.scalar_type().intern());
    assertTrue(hasZero(y));
    Tensor dropped = y.eq(new Scalar(0));
    assertTrue(dropped.equal(gradient.eq(new Scalar(0))));
  }

  /** The gradient of a pass that keeps everything is that of the identity. */
  @Test
  void whatIsNotDroppedPassesItsGradient() {
    Tensor x = numbers(SHAPE);
    x.set_requires_grad(true);
    DropBlockModule module = new DropBlockModule(Dropout.of(1, 1));
    train(module, x).sum().backward();
    infer(module, x).sum().backward();
    assertEquals(2, x.grad().min().item_float());
    assertEquals(2, x.grad().max().item_float());
  }
}
