package io.github.dropblock.pytorch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.dropblock.Cutout;
import io.github.dropblock.DropBlock;
import io.github.dropblock.DropLayer;
import io.github.dropblock.DropPath;
import io.github.dropblock.Dropout;
import io.github.dropblock.Regularizer;
import io.github.dropblock.ScheduledRegularizer;
import io.github.dropblock.SpatialDropout;
import io.github.dropblock.schedule.KeepProbSchedule;
import io.github.dropblock.tensor.Shape;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A network draws the same masks in PyTorch as in plain Java, at each step, use and draw. The tests
 * of the DJL adapter compare the same configurations, shapes and steps with plain Java, so the
 * masks of both engines are equal.
 */
class SameMasksTest extends EngineTest {
  private static final DropBlock DROP_BLOCK =
      DropBlock.builder().keepProb(.7).blockSize(3).seed(5).build();
  private static final KeepProbSchedule SCHEDULE = KeepProbSchedule.linear(.9, .4, 7);
  private static final List<long[]> SHAPES =
      List.of(
          new long[] {4, 30},
          new long[] {4, 6, 20},
          new long[] {4, 6, 9, 8},
          new long[] {2, 3, 4, 5, 6});

  /** A step is at most a long: large ones count too. */
  private static final long[] STEPS = {0, 1, 5, 1L << 40, Long.MAX_VALUE};

  static List<Regularizer> regularizers() {
    return List.of(
        DROP_BLOCK,
        Dropout.of(.6, 1),
        SpatialDropout.of(.6, 2),
        DropPath.of(.5, 3),
        DropPath.ofBatch(.5, 4),
        Cutout.of(2, 3, 5));
  }

  private static void assertSame(
      DropLayer plain, DropBlockModule module, Tensor x, boolean training) {
    float[] expected =
        (training ? plain.train() : plain.eval())
            .forward(io.github.dropblock.tensor.Tensor.of(floats(x), Shape.of(extents(x))))
            .data();
    assertArrayEquals(expected, floats(training ? train(module, x) : infer(module, x)));
  }

  @ParameterizedTest
  @MethodSource("regularizers")
  void stepsAndUsesOfEachRank(Regularizer regularizer) {
    for (long[] shape : SHAPES) {
      DropLayer plain = DropLayer.of(regularizer);
      DropBlockModule module = new DropBlockModule(regularizer);
      for (long step : STEPS) {
        plain.step(step);
        module.step(step);
        for (int use = 0; use < 3; use++) {
          assertSame(plain, module, numbers(shape), true);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("regularizers")
  void passesAndDrawsOfEachRank(Regularizer regularizer) {
    for (long[] shape : SHAPES) {
      DropLayer plain = DropLayer.of(regularizer).enableAtInference();
      DropBlockModule module = new DropBlockModule(regularizer).enableAtInference();
      for (int pass = 0; pass < 6; pass++) {
        assertSame(plain, module, numbers(shape), pass % 3 == 0);
        assertSame(plain, module, numbers(shape), false);
      }
      assertEquals(plain.step(), module.step());
    }
  }

  @Test
  void aScheduleIsFollowedByUsesAndDraws() {
    DropLayer plain = DropLayer.of(DROP_BLOCK, SCHEDULE).enableAtInference();
    DropBlockModule module = new DropBlockModule(DROP_BLOCK, SCHEDULE).enableAtInference();
    for (long step = 0; step < 9; step++) {
      plain.step(step);
      module.step(step);
      for (int use = 0; use < 3; use++) {
        assertSame(plain, module, numbers(4, 6, 9, 8), true);
        assertSame(plain, module, numbers(4, 6, 9, 8), false);
      }
    }
  }

  /** One configuration for two modules, as one regularizer used twice in a step. */
  @Test
  void modulesOfOneSeedAreUsesOfIt() {
    Tensor x = numbers(4, 6, 9, 8);
    ScheduledRegularizer once = ScheduledRegularizer.of(DROP_BLOCK, SCHEDULE);
    DropBlockModule first = new DropBlockModule(DROP_BLOCK.forUse(0), SCHEDULE);
    DropBlockModule second = new DropBlockModule(DROP_BLOCK.forUse(1), SCHEDULE);
    for (long step = 0; step < 4; step++) {
      Tensor y = train(first, x);
      assertArrayEquals(Plain.apply(once.at(step, 0), step, floats(x), extents(x)), floats(y));
      Tensor z = train(second, x);
      assertArrayEquals(Plain.apply(once.at(step, 1), step, floats(x), extents(x)), floats(z));
      assertFalse(y.equal(z));
    }
  }
}
