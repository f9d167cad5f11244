package io.github.dropblock.training.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import io.github.dropblock.DropBlock;
import io.github.dropblock.DropMask;
import io.github.dropblock.tensor.Shape;
import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;

class RegularizerBlockTest {
  private static final Shape SHAPE = Shape.nchw(2, 3, 8, 8);
  private static final long STEP = 5;

  private final DropBlock dropBlock =
      DropBlock.builder().keepProb(0.7).blockSize(3).seed(1).build();
  private final StepClock clock = new StepClock();

  private RegularizerBlock block(boolean atInference) {
    clock.set(STEP);
    return new RegularizerBlock(step -> dropBlock, clock, atInference);
  }

  private static NDArray ramp(NDManager manager) {
    return manager
        .arange(1, SHAPE.size() + 1, 1, DataType.FLOAT32)
        .reshape(SHAPE.n(), SHAPE.c(), SHAPE.h(), SHAPE.w());
  }

  @Test
  void dropsInTrainingAsTheMaskOfTheStepDoes() {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray x = ramp(manager);
      float[] expected = x.toFloatArray();
      dropBlock.sample(SHAPE, STEP).applyInPlace(FloatBuffer.wrap(expected));

      NDList y = block(false).forward(new ParameterStore(manager, false), new NDList(x), true);

      assertArrayEquals(expected, y.singletonOrThrow().toFloatArray(), 1e-4f);
    }
  }

  @Test
  void passesThroughWhenItIsNotItsTurn() {
    try (NDManager manager = NDManager.newBaseManager()) {
      ParameterStore store = new ParameterStore(manager, false);
      NDList x = new NDList(ramp(manager));

      assertSame(x, block(false).forward(store, x, false));
      assertSame(x, block(true).forward(store, x, true));
    }
  }

  @Test
  void theGradientIsMultipliedByTheSameMask() {
    DropMask mask = dropBlock.sample(SHAPE, STEP);
    float[] expected = new float[SHAPE.size()];
    mask.writeMultipliers(FloatBuffer.wrap(expected));
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray x = ramp(manager);
      x.setRequiresGradient(true);
      try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        NDList y = block(false).forward(new ParameterStore(manager, false), new NDList(x), true);
        collector.backward(y.singletonOrThrow().sum());
      }

      assertArrayEquals(expected, x.getGradient().toFloatArray());
    }
  }
}
