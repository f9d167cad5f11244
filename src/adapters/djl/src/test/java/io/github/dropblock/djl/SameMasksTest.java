package io.github.dropblock.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.github.dropblock.AlphaDropout;
import io.github.dropblock.Cutout;
import io.github.dropblock.DropBlock;
import io.github.dropblock.DropLayer;
import io.github.dropblock.DropPath;
import io.github.dropblock.Dropout;
import io.github.dropblock.MaskSharing;
import io.github.dropblock.Regularizer;
import io.github.dropblock.ScheduledRegularizer;
import io.github.dropblock.SpatialDropout;
import io.github.dropblock.schedule.KeepProbSchedule;
import io.github.dropblock.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A network draws the same masks in DJL as in plain Java, at each step, use and draw. */
class SameMasksTest extends EngineTest {
  private static final DropBlock DROP_BLOCK =
      DropBlock.builder().keepProb(.7).blockSize(3).seed(5).build();
  private static final KeepProbSchedule SCHEDULE = KeepProbSchedule.linear(.9, .4, 7);
  private static final List<Shape> SHAPES =
      List.of(
          new Shape(4, 30), new Shape(4, 6, 20), new Shape(4, 6, 9, 8), new Shape(2, 3, 4, 5, 6));

  /** A step is at most a long: large ones count too. */
  private static final long[] STEPS = {0, 1, 5, 1L << 40, Long.MAX_VALUE};

  static List<Regularizer> regularizers() {
    return List.of(
        DROP_BLOCK,
        Dropout.of(.6, 1),
        Dropout.of(.6, 1).withSharing(MaskSharing.CHANNELS),
        Dropout.of(.6, 1).withSharing(MaskSharing.BATCH),
        Dropout.of(.6, 1).withSharing(MaskSharing.ALL),
        SpatialDropout.of(.6, 2),
        SpatialDropout.of(.6, 2).withSharing(MaskSharing.BATCH),
        AlphaDropout.of(.6, 6),
        AlphaDropout.ofPlanes(.6, 7),
        DropPath.of(.5, 3),
        DropPath.ofBatch(.5, 4),
        Cutout.of(2, 3, 5));
  }

  private static Tensor tensor(NDArray x) {
    int[] extents = new int[x.getShape().dimension()];
    for (int i = 0; i < extents.length; i++) {
      extents[i] = (int) x.getShape().get(i);
    }
    return Tensor.of(x.toFloatArray(), io.github.dropblock.tensor.Shape.of(extents));
  }

  private void assertSame(DropLayer plain, DropBlockLayer layer, NDArray x, boolean training) {
    Tensor expected = (training ? plain.train() : plain.eval()).forward(tensor(x));
    assertArrayEquals(expected.data(), pass(layer, x, training).toFloatArray());
  }

  @ParameterizedTest
  @MethodSource("regularizers")
  void stepsAndUsesOfEachRank(Regularizer regularizer) {
    for (Shape shape : SHAPES) {
      DropLayer plain = DropLayer.of(regularizer);
      DropBlockLayer layer = DropBlockLayer.of(regularizer);
      for (long step : STEPS) {
        plain.step(step);
        layer.step(step);
        for (int use = 0; use < 3; use++) {
          assertSame(plain, layer, numbers(shape), true);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("regularizers")
  void passesAndDrawsOfEachRank(Regularizer regularizer) {
    for (Shape shape : SHAPES) {
      DropLayer plain = DropLayer.of(regularizer).enableAtInference();
      DropBlockLayer layer = DropBlockLayer.of(regularizer).enableAtInference();
      for (int pass = 0; pass < 6; pass++) {
        assertSame(plain, layer, numbers(shape), pass % 3 == 0);
        assertSame(plain, layer, numbers(shape), false);
      }
      assertEquals(plain.step(), layer.step());
    }
  }

  @Test
  void aScheduleIsFollowedByUsesAndDraws() {
    DropLayer plain = DropLayer.of(DROP_BLOCK, SCHEDULE).enableAtInference();
    DropBlockLayer layer = DropBlockLayer.of(DROP_BLOCK, SCHEDULE).enableAtInference();
    for (long step = 0; step < 9; step++) {
      plain.step(step);
      layer.step(step);
      for (int use = 0; use < 3; use++) {
        assertSame(plain, layer, numbers(new Shape(4, 6, 9, 8)), true);
        assertSame(plain, layer, numbers(new Shape(4, 6, 9, 8)), false);
      }
    }
  }

  /** One configuration for two blocks, as one regularizer used twice in a step. */
  @Test
  void layersOfOneSeedAreUsesOfIt() {
    NDArray x = numbers(new Shape(4, 6, 9, 8));
    ScheduledRegularizer once = ScheduledRegularizer.of(DROP_BLOCK, SCHEDULE);
    DropBlockLayer first = DropBlockLayer.of(DROP_BLOCK.forUse(0), SCHEDULE);
    DropBlockLayer second = DropBlockLayer.of(DROP_BLOCK.forUse(1), SCHEDULE);
    for (long step = 0; step < 4; step++) {
      NDArray y = train(first, x);
      assertArrayEquals(expected(once.at(step, 0), step, x), y.toFloatArray());
      NDArray z = train(second, x);
      assertArrayEquals(expected(once.at(step, 1), step, x), z.toFloatArray());
      assertNotEquals(y, z);
    }
  }

  private static float[] expected(Regularizer regularizer, long step, NDArray x) {
    Tensor tensor = tensor(x);
    return regularizer.sample(tensor.shape(), step).apply(tensor).data();
  }
}
