package io.github.dropblock.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

/** Piecewise constant schedules. */
class StepScheduleTest {
  @Test
  void aBoundaryBelongsToTheValueAfterIt() {
    KeepProbSchedule schedule =
        KeepProbSchedule.step(new double[] {1.0, 0.95, 0.9}, new long[] {10, 20});
    assertEquals(1.0, schedule.at(Long.MIN_VALUE));
    assertEquals(1.0, schedule.at(0));
    assertEquals(1.0, schedule.at(9));
    assertEquals(0.95, schedule.at(10));
    assertEquals(0.95, schedule.at(19));
    assertEquals(0.9, schedule.at(20));
    assertEquals(0.9, schedule.at(Long.MAX_VALUE));
  }

  @Test
  void valuesMayRiseAndFall() {
    KeepProbSchedule schedule =
        KeepProbSchedule.step(new double[] {0.5, 1.0, 0.0}, new long[] {1, Long.MAX_VALUE});
    assertEquals(0.5, schedule.at(0));
    assertEquals(1.0, schedule.at(Long.MAX_VALUE - 1));
    assertEquals(0.0, schedule.at(Long.MAX_VALUE));
  }

  @Test
  void withoutBoundariesItIsConstant() {
    KeepProbSchedule schedule = KeepProbSchedule.step(new double[] {0.9}, new long[0]);
    assertEquals(0.9, schedule.at(0));
    assertEquals(0.9, schedule.at(Long.MAX_VALUE));
  }

  @Test
  void laterWritesToTheArraysDoNotReachIt() {
    double[] keepProbs = {1.0, 0.9};
    long[] boundaries = {10};
    KeepProbSchedule schedule = KeepProbSchedule.step(keepProbs, boundaries);
    keepProbs[0] = 0;
    boundaries[0] = 1;
    assertEquals(1.0, schedule.at(9));
    assertEquals(0.9, schedule.at(10));
  }

  @Test
  void schedulesAreEqualByTheirValuesAndBoundaries() {
    KeepProbSchedule schedule = KeepProbSchedule.step(new double[] {1.0, 0.9}, new long[] {10});
    KeepProbSchedule same = KeepProbSchedule.step(new double[] {1.0, 0.9}, new long[] {10});
    assertEquals(schedule, same);
    assertEquals(schedule.hashCode(), same.hashCode());
    assertNotEquals(schedule, KeepProbSchedule.step(new double[] {1.0, 0.8}, new long[] {10}));
    assertNotEquals(schedule, KeepProbSchedule.step(new double[] {1.0, 0.9}, new long[] {11}));
    assertNotEquals(schedule, KeepProbSchedule.constant(1.0));
    assertNotEquals(
        schedule.hashCode(),
        KeepProbSchedule.step(new double[] {1.0, 0.9}, new long[] {11}).hashCode());
  }
}
