package io.github.dropblock.examples.smile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.dropblock.DropBlock;
import io.github.dropblock.DropLayer;
import io.github.dropblock.pytorch.DropBlockModule;
import io.github.dropblock.schedule.KeepProbSchedule;
import io.github.dropblock.tensor.Shape;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import smile.deep.layer.SequentialBlock;
import smile.deep.tensor.Tensor;

/** DropBlock as a layer of Smile, alone in a block. */
class DropBlockLayerTest {
  private static final int STEPS = 4;
  private static final Shape SHAPE = Shape.nchw(5, 3, 9, 8);

  private final DropBlock dropBlock = DropBlock.builder().blockSize(3).seed(7).build();
  private final KeepProbSchedule schedule = KeepProbSchedule.linear(1, .7, STEPS);
  private final SequentialBlock block =
      new SequentialBlock(new DropBlockLayer(new DropBlockModule(dropBlock, schedule)));
  private final float[] values = values();

  private static float[] values() {
    float[] values = new float[SHAPE.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = i + 1;
    }
    return values;
  }

  private Tensor input() {
    return Tensor.of(values, SHAPE.n(), SHAPE.c(), SHAPE.h(), SHAPE.w());
  }

  /** What the layer of plain Java makes of the values. */
  private float[] plain(float[] x, int step) {
    DropLayer layer = DropLayer.of(dropBlock, schedule).train().step(step);
    return layer.forward(io.github.dropblock.tensor.Tensor.of(x, SHAPE)).data();
  }

  @Test
  void masksAreThoseOfPlainJavaInEachStep() {
    block.train();
    for (int step = 0; step <= STEPS; step++) {
      float[] dropped = block.forward(input()).floatArray();
      assertArrayEquals(plain(values.clone(), step), dropped, "step " + step);
    }
    assertFalse(Arrays.equals(values, plain(values.clone(), STEPS)));
  }

  @Test
  void gradientsHaveTheMaskOfTheirPass() {
    block.train();
    float[] ones = new float[values.length];
    Arrays.fill(ones, 1);
    for (int step = 0; step <= STEPS; step++) {
      Tensor x = input().setRequireGrad(true);
      block.forward(x).sum().backward();
      float[] gradient = new Tensor(x.asTorch().grad()).floatArray();
      assertArrayEquals(plain(ones.clone(), step), gradient, "step " + step);
    }
  }

  @Test
  void inferenceIsUntouchedAndTakesNoStep() {
    block.train();
    for (int step = 0; step < STEPS; step++) {
      block.forward(input());
    }
    block.eval();
    assertArrayEquals(values, block.forward(input()).floatArray());
    block.train();
    assertArrayEquals(plain(values.clone(), STEPS), block.forward(input()).floatArray());
  }
}
