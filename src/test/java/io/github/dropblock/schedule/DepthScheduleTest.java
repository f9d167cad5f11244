package io.github.dropblock.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** {@code 1 - (1 - keepProb) * layer / layers}, for the residual blocks of a network. */
class DepthScheduleTest {
  private static final double ROUNDING = 1e-16;

  /** Huang et al., figure 2: from 1 at the input to 0.5 at the last block. */
  @Test
  void theLinearDecayOfThePaper() {
    KeepProbSchedule last = KeepProbSchedule.constant(0.5);
    assertEquals(1.0, last.forDepth(0, 54).at(0));
    assertEquals(1 - 1.0 / 108, last.forDepth(1, 54).at(0), ROUNDING);
    assertEquals(0.75, last.forDepth(27, 54).at(0), ROUNDING);
    assertEquals(0.5, last.forDepth(54, 54).at(0));
  }

  /** 1 - (1 - 0.3) is not 0.3. */
  @Test
  void theLastLayerAndTheLastGroupHaveTheKeepProbItself() {
    for (double keepProb : new double[] {0.3, 0.1, 1e-17, 1.0, 0.0}) {
      KeepProbSchedule schedule = KeepProbSchedule.constant(keepProb);
      assertEquals(keepProb, schedule.forDepth(7, 7).at(0));
      assertEquals(keepProb, schedule.forGroup(7, 7).at(0));
    }
  }

  /** The rule over the depth and the one over the steps, as AmoebaNet combines them. */
  @Test
  void depthComposesWithASchedule() {
    KeepProbSchedule schedule = KeepProbSchedule.linear(1.0, 0.6, 100).forDepth(1, 4);
    assertEquals(1.0, schedule.at(0));
    assertEquals(0.95, schedule.at(50), ROUNDING);
    assertEquals(0.9, schedule.at(100), ROUNDING);
    assertEquals(0.9, schedule.at(1000), ROUNDING);
  }

  @Test
  void theFirstOfTheMostLayersDropsAlmostNothing() {
    KeepProbSchedule last = KeepProbSchedule.constant(0.0);
    assertEquals(1 - 1.0 / Integer.MAX_VALUE, last.forDepth(1, Integer.MAX_VALUE).at(0));
  }

  @Test
  void depthsAreEqualByTheirParameters() {
    KeepProbSchedule schedule = KeepProbSchedule.constant(0.9);
    assertEquals(schedule.forDepth(3, 4), KeepProbSchedule.constant(0.9).forDepth(3, 4));
  }
}
