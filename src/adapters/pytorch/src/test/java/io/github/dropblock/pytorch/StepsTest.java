package io.github.dropblock.pytorch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.DropBlock;
import io.github.dropblock.DropPath;
import io.github.dropblock.KeepProbRegularizer;
import io.github.dropblock.Normalization;
import io.github.dropblock.Regularizer;
import io.github.dropblock.schedule.KeepProbSchedule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeEach;
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

  private Tensor x;

  @BeforeEach
  void makeInput() {
    x = numbers(4, 6, 9, 8);
  }

  private void assertStep(Regularizer regularizer, long step, Tensor y) {
    assertTrue(train(new DropBlockModule(regularizer).step(step), x).equal(y));
  }

  @Test
  void passesAreStepsByThemselves() {
    DropBlockModule module = new DropBlockModule(DROP_BLOCK);
    for (long step = 0; step < 5; step++) {
      assertEquals(step, module.step());
      assertStep(DROP_BLOCK, step, train(module, x));
    }
  }

  @Test
  void theScheduleFollowsTheStep() {
    KeepProbSchedule schedule = KeepProbSchedule.linear(.9, .5, 4);
    DropBlockModule module = new DropBlockModule(DROP_BLOCK, schedule);
    for (long step = 0; step < 6; step++) {
      KeepProbRegularizer regularizer = DROP_BLOCK.withKeepProb(schedule.at(step));
      assertStep(regularizer, step, train(module, x));
    }
  }

  @Test
  void usesOfAStepDifferAndAreReproducible() {
    DropBlockModule module = new DropBlockModule(DROP_BLOCK);
    List<Tensor> outputs = new ArrayList<>();
    for (int run = 0; run < 2; run++) {
      for (long step : new long[] {0, 1}) {
        module.step(step);
        for (int use = 0; use < 3; use++) {
          outputs.add(train(module, x));
          assertEquals(step, module.step());
        }
      }
    }
    for (int i = 0; i < 6; i++) {
      assertTrue(outputs.get(i).equal(outputs.get(6 + i)));
      for (int j = 0; j < i; j++) {
        assertFalse(outputs.get(i).equal(outputs.get(j)));
      }
    }
  }

  /** What samples share is one bit: 64 uses have one in 2^63 chances to be alike. */
  @Test
  void usesDifferThoughSamplesDoNot() {
    DropBlockModule module = new DropBlockModule(DropPath.ofBatch(.5, 1)).step(0);
    Tensor two = numbers(2, 1, 1);
    Set<Boolean> kept = new HashSet<>();
    IntStream.range(0, 64).forEach(i -> kept.add(hasZero(train(module, two))));
    assertEquals(2, kept.size());
  }

  @Test
  void startingAnewCountsOn() {
    DropBlockModule module = new DropBlockModule(DROP_BLOCK);
    train(module.step(3), x);
    module.startAt(7);
    assertStep(DROP_BLOCK, 7, train(module, x));
    assertStep(DROP_BLOCK, 8, train(module, x));
    assertEquals(9, module.step());
  }

  @Test
  void configuringKeepsTheStep() {
    DropBlockModule module = new DropBlockModule(DROP_BLOCK, KeepProbSchedule.constant(.5));
    train(module, x);
    Regularizer other = DROP_BLOCK.withSeed(6);
    assertStep(other, 1, train(module.configure(other), x));
    module.configure(DROP_BLOCK, KeepProbSchedule.constant(.6));
    assertStep(DROP_BLOCK.withKeepProb(.6), 2, train(module, x));
  }

  @Test
  void theLargestStepHasUses() {
    DropBlockModule module = new DropBlockModule(DROP_BLOCK).step(Long.MAX_VALUE);
    assertFalse(train(module, x).equal(train(module, x)));
  }
}
