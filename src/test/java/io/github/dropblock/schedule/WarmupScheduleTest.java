package io.github.dropblock.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** A ramp from 1 in front of another schedule. */
class WarmupScheduleTest {
  private static final double ROUNDING = 1e-15;

  private static final KeepProbSchedule THEN = KeepProbSchedule.linear(0.8, 0.4, 100);

  @Test
  void fallsFromOneToWhereTheNextScheduleStarts() {
    KeepProbSchedule schedule = KeepProbSchedule.warmup(10, THEN);
    assertEquals(1.0, schedule.at(0));
    assertEquals(0.98, schedule.at(1), ROUNDING);
    assertEquals(0.9, schedule.at(5), ROUNDING);
    assertEquals(0.82, schedule.at(9), ROUNDING);
    assertEquals(0.8, schedule.at(10));
  }

  @Test
  void theNextScheduleStartsAtItsStepZero() {
    KeepProbSchedule schedule = KeepProbSchedule.warmup(10, THEN);
    for (long step = 0; step <= 110; step++) {
      assertEquals(THEN.at(step), schedule.at(10 + step));
    }
    assertEquals(0.4, schedule.at(Long.MAX_VALUE));
  }

  @Test
  void nothingIsDroppedWhileTheNextScheduleStartsAtOne() {
    KeepProbSchedule schedule = KeepProbSchedule.warmup(50, KeepProbSchedule.linear(1, 0.9, 100));
    for (long step = 0; step <= 50; step++) {
      assertEquals(1.0, schedule.at(step));
    }
    assertEquals(0.95, schedule.at(100), ROUNDING);
  }

  @Test
  void negativeStepsGiveTheFirstValue() {
    KeepProbSchedule schedule = KeepProbSchedule.warmup(10, THEN);
    assertEquals(1.0, schedule.at(-1));
    assertEquals(1.0, schedule.at(Long.MIN_VALUE));
  }

  @Test
  void withoutStepsItIsTheNextSchedule() {
    KeepProbSchedule schedule = KeepProbSchedule.warmup(0, THEN);
    assertEquals(0.8, schedule.at(0));
    assertEquals(0.6, schedule.at(50), ROUNDING);
  }

  @Test
  void withoutStepsNegativeStepsGiveTheFirstValueToo() {
    assertEquals(0.8, KeepProbSchedule.warmup(0, THEN).at(-1));
  }

  @Test
  void theLongestWarmupNeverReachesTheNextSchedule() {
    KeepProbSchedule schedule = KeepProbSchedule.warmup(Long.MAX_VALUE, THEN);
    assertEquals(0.9, schedule.at(Long.MAX_VALUE / 2), ROUNDING);
    assertEquals(0.8, schedule.at(Long.MAX_VALUE));
  }

  @Test
  void warmupsNest() {
    KeepProbSchedule inner = KeepProbSchedule.warmup(10, THEN);
    KeepProbSchedule outer = KeepProbSchedule.warmup(5, inner);
    assertEquals(1.0, outer.at(5));
    assertEquals(0.9, outer.at(10), ROUNDING);
    assertEquals(0.8, outer.at(15));
  }

  @Test
  void warmupsAreEqualByTheirParameters() {
    assertEquals(KeepProbSchedule.warmup(10, THEN), KeepProbSchedule.warmup(10, THEN));
  }
}
