package io.github.dropblock.pytorch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.DropBlock;
import io.github.dropblock.Regularizer;
import io.github.dropblock.schedule.KeepProbSchedule;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.BatchNorm2dImpl;
import org.bytedeco.pytorch.BatchNormOptions;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.junit.jupiter.api.Test;

/** Dropping at inference. */
class InferenceTest extends EngineTest {
  private static final long[] SHAPE = {2, 3, 8, 7};
  private static final DropBlock DROP_BLOCK =
      DropBlock.builder().keepProb(.7).blockSize(3).seed(5).build();

  private final DropBlockModule module = new DropBlockModule(DROP_BLOCK).enableAtInference();

  private static float[] multipliers(Regularizer regularizer, long number) {
    return Plain.multipliers(regularizer, number, 2, 3, 8, 7);
  }

  @Test
  void eachPassIsADrawOfItsOwn() {
    Set<String> outputs = new HashSet<>();
    for (int draw = 0; draw < 20; draw++) {
      float[] y = floats(infer(module, ones(SHAPE)));
      assertArrayEquals(multipliers(DROP_BLOCK.forInference(), draw), y);
      outputs.add(Arrays.toString(y));
    }
    assertEquals(20, outputs.size());
    assertEquals(0, module.step());
  }

  @Test
  void trainingIsUnmoved() {
    DropBlockModule uninterrupted = new DropBlockModule(DROP_BLOCK);
    for (int step = 0; step < 3; step++) {
      infer(module, numbers(SHAPE));
      infer(module, numbers(SHAPE));
      assertTrue(train(uninterrupted, numbers(SHAPE)).equal(train(module, numbers(SHAPE))));
      assertEquals(step + 1, module.step());
    }
  }

  @Test
  void enablingAgainBeginsAnewAndDisablingEnds() {
    Tensor x = numbers(SHAPE);
    Tensor first = infer(module, x);
    assertFalse(first.equal(infer(module, x)));
    assertTrue(first.equal(infer(module.enableAtInference(), x)));
    assertTrue(infer(module.disableAtInference(), x).is_same(x));
    assertFalse(x.equal(train(module, x)));
  }

  @Test
  void theScheduleIsThatOfTheStep() {
    KeepProbSchedule schedule = KeepProbSchedule.linear(1, 0, 10);
    DropBlockModule scheduled = new DropBlockModule(DROP_BLOCK, schedule).enableAtInference();
    Tensor x = numbers(SHAPE);
    assertTrue(infer(scheduled.step(0), x).is_same(x));
    assertArrayEquals(
        multipliers(DROP_BLOCK.withKeepProb(.5).forInference(), 1),
        floats(infer(scheduled.step(5), ones(SHAPE))));
  }

  /** Saliency: the gradient of an inference pass is through the mask of that pass. */
  @Test
  void aGradientHasTheMaskOfItsPass() {
    for (int draw = 0; draw < 3; draw++) {
      Tensor x = numbers(SHAPE);
      x.set_requires_grad(true);
      infer(module, x).sum().backward();
      assertArrayEquals(multipliers(DROP_BLOCK.forInference(), draw), floats(x.grad()));
    }
  }

  /** The running mean and variance of a norm beside the module are those of training alone. */
  @Test
  void batchNormalizationStaysFrozen() {
    Module network = new Module("network");
    BatchNorm2dImpl norm =
        network.register_module("norm", new BatchNorm2dImpl(new BatchNormOptions(3)));
    network.register_module("drop", module);
    network.train(true);
    module.forward(norm.forward(numbers(SHAPE).mul(new Scalar(3))));
    float[][] before = buffers(network);
    network.eval();
    for (int draw = 0; draw < 5; draw++) {
      assertTrue(hasZero(module.forward(norm.forward(numbers(SHAPE)))));
    }
    assertArrayEquals(before, buffers(network));
    network.train(true);
    norm.forward(numbers(SHAPE));
    assertFalse(Arrays.deepEquals(before, buffers(network)));
  }

  private static float[][] buffers(Module network) {
    TensorVector buffers = network.buffers();
    return IntStream.range(0, (int) buffers.size())
        .mapToObj(i -> floats(buffers.get(i)))
        .toArray(float[][]::new);
  }

  /** Threads that predict have a draw each. */
  @Test
  void threadsHaveDrawsOfTheirOwn() {
    module.eval();
    Set<String> outputs = ConcurrentHashMap.newKeySet();
    IntStream.range(0, 40)
        .parallel()
        .forEach(i -> outputs.add(Arrays.toString(floats(module.forward(ones(SHAPE))))));
    Set<String> expected = new HashSet<>();
    for (int draw = 0; draw < 40; draw++) {
      expected.add(Arrays.toString(multipliers(DROP_BLOCK.forInference(), draw)));
    }
    assertEquals(40, expected.size());
    assertEquals(expected, outputs);
  }
}
