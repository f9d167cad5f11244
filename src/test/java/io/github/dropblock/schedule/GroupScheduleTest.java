package io.github.dropblock.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** {@code 1 - (1 - keepProb) / 4^(groups - group)}, for the groups of a residual network. */
class GroupScheduleTest {
  private static final double ROUNDING = 1e-16;

  @Test
  void theGroupsOfThePaper() {
    KeepProbSchedule schedule = KeepProbSchedule.linear(1.0, 0.9, 1000);
    for (long step : new long[] {0, 1, 250, 500, 999, 1000, 5000}) {
      double drop = 1 - schedule.at(step);
      assertEquals(1 - drop / 4, schedule.forGroup(3, 4).at(step), ROUNDING);
      assertEquals(1 - drop, schedule.forGroup(4, 4).at(step), ROUNDING);
    }
  }

  @Test
  void earlierGroupsDropAFourthOfTheNextOne() {
    KeepProbSchedule schedule = KeepProbSchedule.constant(0.0);
    assertEquals(1 - 1.0 / 64, schedule.forGroup(1, 4).at(0));
    assertEquals(1 - 1.0 / 16, schedule.forGroup(2, 4).at(0));
    assertEquals(0.75, schedule.forGroup(3, 4).at(0));
    assertEquals(0.0, schedule.forGroup(4, 4).at(0));
  }

  @Test
  void aSingleGroupIsTheScheduleItself() {
    assertEquals(0.25, KeepProbSchedule.constant(0.25).forGroup(1, 1).at(0));
  }

  @Test
  void theFirstOfManyGroupsDropsNothing() {
    KeepProbSchedule schedule = KeepProbSchedule.constant(0.5);
    assertEquals(1.0, schedule.forGroup(1, 1000).at(0));
    assertEquals(1.0, schedule.forGroup(1, (1 << 30) + 1).at(0));
  }

  @Test
  void theFirstOfTheMostGroupsDropsNothing() {
    assertEquals(1.0, KeepProbSchedule.constant(0.5).forGroup(1, Integer.MAX_VALUE).at(0));
  }

  @Test
  void groupsComposeWithWarmup() {
    KeepProbSchedule schedule =
        KeepProbSchedule.warmup(10, KeepProbSchedule.constant(0.8)).forGroup(3, 4);
    assertEquals(1.0, schedule.at(0));
    assertEquals(0.975, schedule.at(5), ROUNDING);
    assertEquals(0.95, schedule.at(10), ROUNDING);
  }

  @Test
  void anyFunctionOfTheStepHasGroups() {
    KeepProbSchedule custom = step -> step % 2 == 0 ? 1.0 : 0.6;
    assertEquals(1.0, custom.forGroup(1, 2).at(2));
    assertEquals(0.9, custom.forGroup(1, 2).at(3), ROUNDING);
  }

  @Test
  void groupsAreEqualByTheirParameters() {
    KeepProbSchedule schedule = KeepProbSchedule.constant(0.9);
    assertEquals(schedule.forGroup(3, 4), KeepProbSchedule.constant(0.9).forGroup(3, 4));
  }
}
