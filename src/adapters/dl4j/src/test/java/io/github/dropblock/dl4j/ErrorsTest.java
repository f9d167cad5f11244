package io.github.dropblock.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.schedule.ScheduleType;
import org.nd4j.linalg.schedule.StepSchedule;

/** Arrays that cannot be dropped are refused, by name, and stay as they are. */
class ErrorsTest {
  private final DropBlockDropout dropout = DropBlockDropout.of(.5, 2, 42);

  private static INDArray apply(DropBlockDropout dropout, INDArray x) {
    return dropout.applyDropout(x, x, 0, 0, LayerWorkspaceMgr.noWorkspaces());
  }

  private static INDArray ones(long... shape) {
    return Nd4j.ones(DataType.FLOAT, shape);
  }

  private static void assertRefused(String message, INDArray x, Runnable call) {
    INDArray before = x.dup();
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
    assertEquals(before, x);
  }

  @Test
  void otherRanks() {
    for (long[] shape : new long[][] {{6}, {1, 2, 1, 2, 1, 2}}) {
      INDArray x = ones(shape);
      String message = " must have rank 2, 3, 4 or 5: " + Arrays.toString(shape);
      assertRefused("activations" + message, x, () -> apply(dropout, x));
      apply(dropout, ones(2, 3, 4, 4));
      assertRefused("gradient" + message, x, () -> dropout.backprop(x, x, 0, 0));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = DataType.class,
      names = {"INT", "LONG", "BOOL"})
  void otherTypes(DataType type) {
    INDArray x = Nd4j.ones(type, 2, 3, 4, 4);
    String message = " must have the data type FLOAT, DOUBLE, HALF or BFLOAT16: " + type;
    assertRefused("activations" + message, x, () -> apply(dropout, x));
    apply(dropout, ones(2, 3, 4, 4));
    assertRefused("gradient" + message, x, () -> dropout.backprop(x, x, 0, 0));
  }

  @ParameterizedTest
  @EnumSource
  void gradientsOfAnotherShapeOrLayout(DataLayout layout) {
    DropBlockDropout own = dropout.withLayout(layout);
    INDArray x = ones(2, 3, 4, 5);
    apply(own, x);
    for (long[] shape : new long[][] {{2, 5, 4, 3}, {2, 4, 3, 5}, {1, 3, 4, 5}, {2, 3, 4}}) {
      INDArray gradient = ones(shape);
      assertRefused(
          "gradient must have the shape of the activations, "
              + Layouts.shape(x, layout)
              + ": "
              + Layouts.shape(gradient, layout),
          gradient,
          () -> own.backprop(gradient, gradient, 0, 0));
    }
    // The mask still waits for the right one.
    INDArray gradient = ones(2, 3, 4, 5);
    assertEquals(x, own.backprop(gradient, gradient, 0, 0));
  }

  @Test
  void gradientsWithoutAForwardPass() {
    INDArray gradient = ones(2, 3, 4, 4);
    assertThrows(IllegalStateException.class, () -> dropout.backprop(gradient, gradient, 0, 0));
    apply(dropout, ones(2, 3, 4, 4));
    dropout.clear();
    assertThrows(IllegalStateException.class, () -> dropout.backprop(gradient, gradient, 0, 0));
    assertEquals(ones(2, 3, 4, 4), gradient);
  }

  @Test
  void missingArrays() {
    assertThrows(IllegalArgumentException.class, () -> apply(dropout, null));
    apply(dropout, ones(2, 3, 4, 4));
    assertThrows(IllegalArgumentException.class, () -> dropout.backprop(null, null, 0, 0));
  }

  @Test
  void schedulesThatGiveNoProbability() {
    StepSchedule schedule = new StepSchedule(ScheduleType.EPOCH, 1.5, 1, 1);
    INDArray x = ones(2, 3, 4, 4);
    assertRefused(
        "keepProb must be in [0, 1]: 1.5", x, () -> apply(dropout.withSchedule(schedule), x));
  }

  /** A gradient in place cannot differ where elements share memory. */
  @Test
  void gradientsThatAreBroadcastViews() {
    INDArray x = ones(2, 3, 4, 4);
    apply(dropout, x);
    INDArray view = ones(2, 3, 1, 1).broadcast(2, 3, 4, 4);
    INDArray shared = ones(2, 3, 1, 1);
    INDArray stretched =
        Nd4j.create(shared.data(), new long[] {2, 3, 4, 4}, new long[] {3, 1, 0, 0}, 0, 'c');
    String message =
        assertThrows(
                IllegalArgumentException.class, () -> dropout.backprop(stretched, stretched, 0, 0))
            .getMessage();
    assertTrue(message.startsWith("gradient must have memory of its own"), message);
    assertEquals(ones(2, 3, 1, 1), shared);
    // The mask still waits, and takes a copy, or a view that the engine has filled.
    assertEquals(x, dropout.backprop(stretched, view.dup(), 0, 0));
  }
}
