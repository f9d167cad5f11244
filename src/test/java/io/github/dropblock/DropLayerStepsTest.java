package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.schedule.KeepProbSchedule;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Who counts the steps of a layer. */
class DropLayerStepsTest {
  private static final Shape SHAPE = Shape.nchw(4, 5, 4, 6);
  private static final Dropout COINS = Dropout.of(.5, 7);

  private final Tensor x = MaskSetup.of(COINS, SHAPE).input();
  private final Tensor ones = Tensor.full(SHAPE, 1);

  /** The step of a layer that nobody tells is the number of its training passes. */
  @Test
  void aLayerThatIsNeverToldCountsItsPassesAsSteps() {
    KeepProbSchedule schedule = KeepProbSchedule.linear(1, .5, 10);
    DropLayer counting = DropLayer.of(COINS, schedule);
    for (int step = 0; step < 12; step++) {
      assertEquals(step, counting.step());
      Tensor expected = COINS.withKeepProb(schedule.at(step)).sample(SHAPE, step).apply(x);
      assertEquals(expected, counting.forward(x), "step " + step);
      counting.backward(ones);
      counting.eval().forward(x);
      counting.train();
    }
  }

  @Test
  void aStepThatIsToldEndsTheCounting() {
    DropLayer counting = DropLayer.of(COINS);
    counting.forward(x);
    counting.forward(x);
    assertEquals(2, counting.nextStep().step());
    counting.forward(x);
    assertEquals(new LayerState(7, 2, 1, 0, true), counting.state());
    assertEquals(1, DropLayer.of(COINS).nextStep().step());
  }

  @Test
  void nothingIsSkippedWhereEachStepEndsWithNextStep() {
    DropLayer told = DropLayer.of(COINS);
    for (int step = 0; step < 4; step++) {
      assertEquals(COINS.sample(SHAPE, step).apply(x), told.forward(x));
      told.nextStep();
    }
  }
}
