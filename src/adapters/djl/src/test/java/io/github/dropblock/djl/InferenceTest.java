package io.github.dropblock.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.training.GradientCollector;
import io.github.dropblock.DropBlock;
import io.github.dropblock.Regularizer;
import io.github.dropblock.schedule.KeepProbSchedule;
import io.github.dropblock.tensor.Tensor;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Dropping at inference. */
class InferenceTest extends EngineTest {
  private static final Shape SHAPE = new Shape(2, 3, 8, 7);
  private static final io.github.dropblock.tensor.Shape NCHW =
      io.github.dropblock.tensor.Shape.nchw(2, 3, 8, 7);
  private static final DropBlock DROP_BLOCK =
      DropBlock.builder().keepProb(.7).blockSize(3).seed(5).build();

  private final DropBlockLayer layer = DropBlockLayer.of(DROP_BLOCK).enableAtInference();

  private static float[] mask(Regularizer regularizer, long number, long firstSample) {
    return regularizer.sample(NCHW, number, firstSample).backward(Tensor.full(NCHW, 1)).data();
  }

  private NDArray infer(DropBlockLayer inferring) {
    return pass(inferring, numbers(SHAPE), false);
  }

  @Test
  void eachPassIsADrawOfItsOwn() {
    Set<List<Float>> outputs = new HashSet<>();
    NDArray ones = manager.ones(SHAPE);
    for (int draw = 0; draw < 20; draw++) {
      float[] y = pass(layer, ones, false).toFloatArray();
      assertArrayEquals(mask(DROP_BLOCK.forInference(), draw, 0), y);
      outputs.add(IntStream.range(0, y.length).mapToObj(i -> y[i]).toList());
    }
    assertEquals(20, outputs.size());
    assertEquals(0, layer.step());
  }

  @Test
  void trainingIsUnmoved() {
    DropBlockLayer uninterrupted = DropBlockLayer.of(DROP_BLOCK);
    for (int step = 0; step < 3; step++) {
      infer(layer);
      infer(layer);
      assertEquals(train(uninterrupted, numbers(SHAPE)), train(layer, numbers(SHAPE)));
      assertEquals(step + 1, layer.step());
    }
  }

  @Test
  void enablingAgainBeginsAnewAndDisablingEnds() {
    NDArray first = infer(layer);
    assertNotEquals(first, infer(layer));
    assertEquals(first, infer(layer.enableAtInference()));
    NDArray x = numbers(SHAPE);
    assertSame(x, pass(layer.disableAtInference(), x, false));
    assertNotEquals(x, train(layer, x));
  }

  @Test
  void theScheduleIsThatOfTheStep() {
    KeepProbSchedule schedule = KeepProbSchedule.linear(1, 0, 10);
    DropBlockLayer scheduled = DropBlockLayer.of(DROP_BLOCK, schedule).enableAtInference();
    NDArray x = numbers(SHAPE);
    assertSame(x, pass(scheduled.step(0), x, false));
    assertArrayEquals(
        mask(DROP_BLOCK.withKeepProb(.5).forInference(), 1, 0),
        pass(scheduled.step(5), manager.ones(SHAPE), false).toFloatArray());
  }

  /** Saliency: the gradient of an inference pass is through the mask of that pass. */
  @Test
  void aGradientHasTheMaskOfItsPass() {
    for (int draw = 0; draw < 3; draw++) {
      NDArray x = numbers(SHAPE);
      x.setRequiresGradient(true);
      try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        collector.backward(pass(layer, x, false).sum());
      }
      assertArrayEquals(mask(DROP_BLOCK.forInference(), draw, 0), x.getGradient().toFloatArray());
    }
  }

  /** The running mean and variance of a norm beside the layer are those of training alone. */
  @Test
  void batchNormalizationStaysFrozen() {
    SequentialBlock network = new SequentialBlock().add(BatchNorm.builder().build()).add(layer);
    network.initialize(manager, DataType.FLOAT32, SHAPE);
    train(network, numbers(SHAPE).mul(3));
    float[][] before = parameters(network);
    for (int draw = 0; draw < 5; draw++) {
      assertTrue(pass(network, numbers(SHAPE), false).eq(0).any().getBoolean());
    }
    assertArrayEquals(before, parameters(network));
  }

  private static float[][] parameters(SequentialBlock network) {
    return network.getParameters().values().stream()
        .map(parameter -> parameter.getArray().toFloatArray())
        .toArray(float[][]::new);
  }

  @Test
  void partsOnDevicesAreOtherSamplesOfTheDraw() {
    NDArray ones = manager.ones(SHAPE);
    for (int draw = 0; draw < 2; draw++) {
      for (int device = 2; device >= 0; device--) {
        assertArrayEquals(
            mask(DROP_BLOCK.forInference(), draw, (long) device << 32),
            pass(layer, Pretended.on(Device.gpu(device), ones), false).toFloatArray());
      }
    }
  }

  /** Threads that predict on one device have a draw each. */
  @Test
  void threadsHaveDrawsOfTheirOwn() {
    layer.initialize(manager, DataType.FLOAT32, SHAPE);
    NDArray ones = manager.ones(SHAPE);
    Set<String> outputs = ConcurrentHashMap.newKeySet();
    IntStream.range(0, 40)
        .parallel()
        .forEach(i -> outputs.add(pass(layer, ones, false).toDebugString(1000, 9, 9, 9, true)));
    Set<String> expected = new HashSet<>();
    DropBlockLayer alone = DropBlockLayer.of(DROP_BLOCK).enableAtInference();
    for (int i = 0; i < 40; i++) {
      expected.add(pass(alone, ones, false).toDebugString(1000, 9, 9, 9, true));
    }
    assertEquals(40, expected.size());
    assertEquals(expected, outputs);
  }
}
