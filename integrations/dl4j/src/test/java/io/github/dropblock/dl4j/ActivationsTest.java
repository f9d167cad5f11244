package io.github.dropblock.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.DropBlock;
import io.github.dropblock.GammaRule;
import io.github.dropblock.schedule.KeepProbSchedule;
import io.github.dropblock.tensor.Shape;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.bytedeco.javacpp.Pointer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.linalg.schedule.StepSchedule;

/** What happens to the engine's activations: rates, schedules, memory, errors. */
class ActivationsTest {
  private static final int STEPS = 1000;

  private static INDArray ones(long... shape) {
    return Nd4j.ones(DataType.FLOAT, shape);
  }

  private static INDArray applied(DropBlockDropout dropout, INDArray x, int iteration, int epoch) {
    return dropout.applyDropout(x, x, iteration, epoch, LayerWorkspaceMgr.noWorkspaces());
  }

  private static double keptFraction(INDArray x) {
    return x.neq(0).castTo(DataType.DOUBLE).meanNumber().doubleValue();
  }

  /**
   * The kept fraction of many independent planes is normal around the closed form; its deviation is
   * that of a plane, at most one half, by the root of their number. False-alarm rate below 1e-6.
   */
  @Test
  void keptFractionsAreTheClosedForm() {
    Shape shape = Shape.nchw(64, 64, 14, 14);
    double bound = NormalDistribution.of(0, 1).inverseSurvivalProbability(5e-7);
    for (GammaRule rule : GammaRule.values()) {
      DropBlock dropBlock = DropBlock.builder().keepProb(.8).gammaRule(rule).seed(5).build();
      INDArray x = applied(DropBlockDropout.of(dropBlock), ones(64, 64, 14, 14), 0, 0);
      double deviation = .5 / Math.sqrt(shape.planes());
      assertEquals(dropBlock.expectedKeptFraction(shape), keptFraction(x), bound * deviation);
      assertEquals(1, x.castTo(DataType.DOUBLE).meanNumber().doubleValue(), 1e-6);
    }
  }

  @Test
  void schedulesAreFollowedByIterationAndByEpoch() {
    DropBlockDropout dropout = DropBlockDropout.of(.9, 1, 42);
    KeepProbSchedule linear = KeepProbSchedule.linear(1, 0, 10);
    DropBlockDropout byIteration = dropout.withSchedule(linear);
    DropBlockDropout byEpoch = dropout.withSchedule(linear, ScheduleType.EPOCH);
    DropBlockDropout byEngine =
        dropout.withSchedule(new StepSchedule(ScheduleType.EPOCH, .8, .5, 1));
    // Deviations of about .001 for 200,000 elements.
    assertEquals(1, keptFraction(applied(byIteration, ones(4, 50, 32, 32), 0, 5)));
    assertEquals(.7, keptFraction(applied(byIteration, ones(4, 50, 32, 32), 3, 5)), .007);
    assertEquals(.5, keptFraction(applied(byEpoch, ones(4, 50, 32, 32), 3, 5)), .007);
    assertEquals(.8, keptFraction(applied(byEngine, ones(4, 50, 32, 32), 7, 0)), .007);
    assertEquals(.4, keptFraction(applied(byEngine, ones(4, 50, 32, 32), 8, 1)), .007);
    // The same iteration again, after another one.
    assertEquals(
        applied(byIteration, ones(2, 3, 9, 9), 3, 0),
        applied(byIteration.clone(), ones(2, 3, 9, 9), 3, 0));
  }

  /** Steps in which the engine's memory settles come first. */
  @Test
  void manyStepsTakeNoMoreMemory() {
    DropBlockDropout dropout = DropBlockDropout.of(.9, 7, 42);
    INDArray x = ones(8, 16, 14, 14);
    long[] bytes = new long[2];
    for (int i = 0; i < 2; i++) {
      for (int step = 0; step < STEPS; step++) {
        applied(dropout, x, step, 0);
        dropout.backprop(x, x, step, 0);
        dropout.clear();
      }
      bytes[i] = Pointer.totalBytes();
    }
    assertTrue(bytes[1] - bytes[0] < x.length() * Float.BYTES, bytes[0] + " -> " + bytes[1]);
  }

  @Test
  void wrongArraysAreRefusedAndStayAsTheyAre() {
    DropBlockDropout dropout = DropBlockDropout.of(.5, 1, 42);
    for (INDArray wrong :
        new INDArray[] {
          ones(4, 5), Nd4j.ones(DataType.DOUBLE, 2, 3, 4, 4), Nd4j.ones(DataType.FLOAT16, 2, 3, 4)
        }) {
      INDArray before = wrong.dup();
      String forward =
          assertThrows(IllegalArgumentException.class, () -> applied(dropout, wrong, 0, 0))
              .getMessage();
      assertTrue(forward.startsWith("input must have"), forward);
      String backward =
          assertThrows(IllegalArgumentException.class, () -> dropout.backprop(wrong, wrong, 0, 0))
              .getMessage();
      assertTrue(backward.startsWith("gradient must have"), backward);
      assertEquals(before, wrong);
    }
  }

  /** An engine's schedule that leaves [0, 1] is named, and nothing changes. */
  @Test
  void wrongSchedulesAreRefused() {
    DropBlockDropout dropout =
        DropBlockDropout.of(.5, 1, 42)
            .withSchedule(new StepSchedule(ScheduleType.EPOCH, 1.5, 1, 1));
    INDArray x = ones(2, 3, 4, 4);
    String message =
        assertThrows(IllegalArgumentException.class, () -> applied(dropout, x, 0, 0)).getMessage();
    assertTrue(message.contains("keepProb must be in [0, 1]: 1.5"), message);
    assertEquals(ones(2, 3, 4, 4), x);
  }
}
