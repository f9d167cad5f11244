package io.github.dropblock.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.github.dropblock.DropBlock;
import io.github.dropblock.DropPath;
import io.github.dropblock.KeepProbRegularizer;
import io.github.dropblock.Normalization;
import io.github.dropblock.Regularizer;
import io.github.dropblock.schedule.KeepProbSchedule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The step of a pass, and the uses within a step. */
class StepsTest extends EngineTest {
  private static final DropBlock DROP_BLOCK =
      DropBlock.builder()
          .keepProb(.8)
          .blockSize(3)
          .normalization(Normalization.NONE)
          .seed(5)
          .build();

  private final Shape shape = new Shape(4, 6, 9, 8);

  private NDArray ofStep(Regularizer regularizer, long step) {
    return train(DropBlockLayer.of(regularizer).step(step), numbers(shape));
  }

  @Test
  void passesAreStepsByThemselves() {
    DropBlockLayer layer = DropBlockLayer.of(DROP_BLOCK);
    for (long step = 0; step < 5; step++) {
      assertEquals(step, layer.step());
      assertEquals(ofStep(DROP_BLOCK, step), train(layer, numbers(shape)));
    }
  }

  @Test
  void theScheduleFollowsTheStep() {
    KeepProbSchedule schedule = KeepProbSchedule.linear(.9, .5, 4);
    DropBlockLayer layer = DropBlockLayer.of(DROP_BLOCK, schedule);
    for (long step = 0; step < 6; step++) {
      KeepProbRegularizer regularizer = DROP_BLOCK.withKeepProb(schedule.at(step));
      assertEquals(ofStep(regularizer, step), train(layer, numbers(shape)));
    }
  }

  @Test
  void usesOfAStepDifferAndAreReproducible() {
    DropBlockLayer layer = DropBlockLayer.of(DROP_BLOCK);
    List<NDArray> outputs = new ArrayList<>();
    for (int run = 0; run < 2; run++) {
      for (long step : new long[] {0, 1}) {
        layer.step(step);
        for (int use = 0; use < 3; use++) {
          outputs.add(train(layer, numbers(shape)));
          assertEquals(step, layer.step());
        }
      }
    }
    for (int i = 0; i < 6; i++) {
      assertEquals(outputs.get(i), outputs.get(6 + i));
      for (int j = 0; j < i; j++) {
        assertNotEquals(outputs.get(i), outputs.get(j));
      }
    }
  }

  /** What samples share is one bit: 64 uses have one in 2^64 chances to be alike. */
  @Test
  void usesDifferThoughSamplesDoNot() {
    DropBlockLayer layer = DropBlockLayer.of(DropPath.ofBatch(.5, 1)).step(0);
    NDArray x = numbers(new Shape(2, 1, 1));
    List<Boolean> kept =
        IntStream.range(0, 64).mapToObj(i -> train(layer, x).any().getBoolean()).toList();
    assertEquals(2, new HashSet<>(kept).size());
  }

  @Test
  void startingAnewCountsOn() {
    DropBlockLayer layer = DropBlockLayer.of(DROP_BLOCK);
    train(layer, numbers(shape));
    layer.startAt(7);
    assertEquals(ofStep(DROP_BLOCK, 7), train(layer, numbers(shape)));
    assertEquals(ofStep(DROP_BLOCK, 8), train(layer, numbers(shape)));
    assertEquals(9, layer.step());
  }

  @Test
  void configuringKeepsTheStep() {
    DropBlockLayer layer = DropBlockLayer.of(DROP_BLOCK, KeepProbSchedule.constant(.5));
    train(layer, numbers(shape));
    Regularizer other = DROP_BLOCK.withSeed(6);
    assertEquals(ofStep(other, 1), train(layer.configure(other), numbers(shape)));
    layer.configure(DROP_BLOCK, KeepProbSchedule.constant(.6));
    assertEquals(ofStep(DROP_BLOCK.withKeepProb(.6), 2), train(layer, numbers(shape)));
  }

  @Test
  void theLargestStepHasUses() {
    DropBlockLayer layer = DropBlockLayer.of(DROP_BLOCK).step(Long.MAX_VALUE);
    assertNotEquals(train(layer, numbers(shape)), train(layer, numbers(shape)));
  }
}
