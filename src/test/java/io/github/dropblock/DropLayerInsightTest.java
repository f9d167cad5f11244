package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.schedule.KeepProbSchedule;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What a layer tells of its present keepProb and of its last mask. */
class DropLayerInsightTest {
  private static final Shape SHAPE = Shape.nchw(2, 3, 6, 6);
  private static final Dropout COINS = Dropout.of(.5, 7);

  private final Tensor x = Tensor.full(SHAPE, 1);

  @Test
  void keepProbIsThatOfTheScheduleAtTheStep() {
    KeepProbSchedule schedule = KeepProbSchedule.linear(1, .5, 10);
    DropLayer layer = DropLayer.of(COINS, schedule);
    for (int step = 0; step < 12; step++) {
      assertEquals(OptionalDouble.of(schedule.at(step)), layer.step(step).keepProb());
    }
    assertEquals(OptionalDouble.of(.5), DropLayer.of(COINS).keepProb());
    assertEquals(OptionalDouble.empty(), DropLayer.of(Cutout.of(1, 2, 3)).keepProb());
  }

  @Test
  void theLastMaskIsThatOfTheLatestPass() {
    DropLayer layer = DropLayer.of(COINS);
    assertEquals(Optional.empty(), layer.lastMask());
    for (int step = 0; step < 4; step++) {
      layer.forward(x);
      assertEquals(Optional.of(COINS.sample(SHAPE, step)), layer.lastMask());
      layer.backward(x);
      assertEquals(Optional.of(COINS.sample(SHAPE, step)), layer.lastMask());
    }
  }

  /** The layer draws into the memory of masks that are done, but not into what it gave away. */
  @Test
  void laterPassesLeaveAMaskThatWasGivenAsItIs() {
    DropLayer layer = DropLayer.of(COINS);
    layer.forward(x);
    layer.backward(x);
    DropMask given = layer.lastMask().orElseThrow();
    layer.forward(x);
    assertEquals(COINS.sample(SHAPE, 0), given);
    COINS.sampleInto(given, 9);
    assertEquals(Optional.of(COINS.sample(SHAPE, 1)), layer.lastMask());
  }

  @Test
  void passesAtInferenceHaveTheirOwn() {
    DropLayer layer = DropLayer.of(COINS);
    layer.forward(x);
    layer.eval().forward(x);
    assertEquals(Optional.empty(), layer.lastMask());
    layer.enableAtInference().forward(x);
    assertEquals(Optional.of(COINS.forInference().sample(SHAPE, 0)), layer.lastMask());
    assertEquals(Optional.of(COINS.sample(SHAPE, 0)), layer.train().lastMask());
  }
}
