package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.schedule.KeepProbSchedule;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  /** They went on below 0 once. */
  @ParameterizedTest
  @CsvSource({
    "9223372036854775807, 0, 0, false, true, step must be less than 9223372036854775807",
    "3, 2147483647, 0, true, true, use must be less than 2147483647",
    "3, 0, 9223372036854775807, true, false, draw must be less than 9223372036854775807"
  })
  void aCountThatCannotGoOnIsRefused(
      long step, int use, long draw, boolean told, boolean training, String message) {
    LayerState state = new LayerState(7, step, use, draw, told);
    DropLayer layer = DropLayer.of(COINS).enableAtInference().restore(state);
    DropLayer last = training ? layer.train() : layer.eval();
    Exception e = assertThrows(IllegalStateException.class, () -> last.forward(x));
    assertTrue(e.getMessage().startsWith(message), e.getMessage());
    assertEquals(state, last.state());
  }

  @Test
  void theRegularizerAndTheScheduleAreKnown() {
    KeepProbSchedule schedule = KeepProbSchedule.linear(1, .5, 10);
    assertEquals(COINS, DropLayer.of(COINS, schedule).regularizer());
    assertEquals(Optional.of(schedule), DropLayer.of(COINS, schedule).schedule());
    assertEquals(Optional.empty(), DropLayer.of(COINS).schedule());
  }

  @Test
  void partsOfABatchGoToGivenTensors() {
    Tensor out = Tensor.zeros(SHAPE);
    DropLayer.of(COINS).forward(x, out, 100);
    assertEquals(DropLayer.of(COINS).forward(x, 100), out);
    assertThrows(IllegalArgumentException.class, () -> DropLayer.of(COINS).forward(x, out, -1));
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
