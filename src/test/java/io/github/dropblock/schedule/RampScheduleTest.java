package io.github.dropblock.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Linear, cosine and polynomial ramps, and the constant, against their formulas. */
class RampScheduleTest {
  private static final double ROUNDING = 1e-15;

  @Test
  void theConstantIsTheSameEverywhere() {
    for (long step : new long[] {Long.MIN_VALUE, -1, 0, 1, Long.MAX_VALUE}) {
      assertEquals(0.9, KeepProbSchedule.constant(0.9).at(step));
    }
  }

  @Test
  void theLinearRampOfThePaper() {
    KeepProbSchedule schedule = KeepProbSchedule.linear(1.0, 0.9, 1000);
    assertEquals(1.0, schedule.at(0));
    assertEquals(0.9999, schedule.at(1), ROUNDING);
    assertEquals(0.95, schedule.at(500), ROUNDING);
    assertEquals(0.9001, schedule.at(999), ROUNDING);
    assertEquals(0.9, schedule.at(1000));
  }

  @Test
  void theCosineRampStartsAndEndsSlowly() {
    KeepProbSchedule schedule = KeepProbSchedule.cosine(1.0, 0.8, 6);
    assertEquals(1.0, schedule.at(0));
    assertEquals(0.8 + 0.2 * (1 + Math.sqrt(3) / 2) / 2, schedule.at(1), ROUNDING);
    assertEquals(0.95, schedule.at(2), ROUNDING);
    assertEquals(0.9, schedule.at(3), ROUNDING);
    assertEquals(0.85, schedule.at(4), ROUNDING);
    assertEquals(0.8, schedule.at(6));
  }

  @Test
  void thePolynomialRampFollowsItsPower() {
    KeepProbSchedule cubic = KeepProbSchedule.polynomial(0.2, 1.0, 4, 3);
    assertEquals(0.2, cubic.at(0));
    assertEquals(0.2 + 0.8 / 64, cubic.at(1), ROUNDING);
    assertEquals(0.3, cubic.at(2), ROUNDING);
    assertEquals(1.0, cubic.at(4));
    KeepProbSchedule root = KeepProbSchedule.polynomial(1.0, 0.0, 4, 0.5);
    assertEquals(0.5, root.at(1), ROUNDING);
  }

  @Test
  void powerOneIsTheLinearRamp() {
    KeepProbSchedule linear = KeepProbSchedule.linear(1.0, 0.7, 13);
    KeepProbSchedule polynomial = KeepProbSchedule.polynomial(1.0, 0.7, 13, 1);
    for (int step = 0; step <= 13; step++) {
      assertEquals(linear.at(step), polynomial.at(step));
    }
  }

  @Test
  void everyRampKeepsItsEndValuesPastItsEnds() {
    for (KeepProbSchedule schedule :
        List.of(
            KeepProbSchedule.linear(0.95, 0.85, 7),
            KeepProbSchedule.cosine(0.95, 0.85, 7),
            KeepProbSchedule.polynomial(0.95, 0.85, 7, 2.5))) {
      assertEquals(0.95, schedule.at(Long.MIN_VALUE));
      assertEquals(0.95, schedule.at(-1));
      assertEquals(0.95, schedule.at(0));
      assertEquals(0.85, schedule.at(7));
      assertEquals(0.85, schedule.at(8));
      assertEquals(0.85, schedule.at(Long.MAX_VALUE));
    }
  }

  @Test
  void aRampOfOneStepJumps() {
    KeepProbSchedule schedule = KeepProbSchedule.linear(1.0, 0.9, 1);
    assertEquals(1.0, schedule.at(0));
    assertEquals(0.9, schedule.at(1));
  }

  @Test
  void theLongestRampStillMoves() {
    KeepProbSchedule schedule = KeepProbSchedule.linear(1.0, 0.0, Long.MAX_VALUE);
    assertEquals(0.5, schedule.at(Long.MAX_VALUE / 2), ROUNDING);
    assertEquals(0.25, schedule.at(Long.MAX_VALUE / 4 * 3), ROUNDING);
    assertEquals(0.0, schedule.at(Long.MAX_VALUE));
  }

  @Test
  void aRampBetweenEqualEndsIsConstant() {
    KeepProbSchedule schedule = KeepProbSchedule.linear(0.9, 0.9, 100);
    for (int step = 0; step <= 100; step++) {
      assertEquals(0.9, schedule.at(step));
    }
  }

  @Test
  void rampsAreEqualByTheirParameters() {
    KeepProbSchedule schedule = KeepProbSchedule.cosine(1.0, 0.9, 10);
    assertEquals(schedule, KeepProbSchedule.cosine(1.0, 0.9, 10));
    assertEquals(schedule.hashCode(), KeepProbSchedule.cosine(1.0, 0.9, 10).hashCode());
    assertNotEquals(schedule, KeepProbSchedule.linear(1.0, 0.9, 10));
    assertNotEquals(schedule, KeepProbSchedule.cosine(1.0, 0.9, 11));
  }
}
