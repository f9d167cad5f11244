package io.github.dropblock.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A schedule prints the call that makes it, also after a round trip through a map. */
class ScheduleTextTest {
  private static final KeepProbSchedule LINEAR = KeepProbSchedule.linear(1, .9, 10);

  @Test
  void eachSchedulePrintsItsCall() {
    Map<String, KeepProbSchedule> schedules =
        Map.of(
            "constant(0.9)", KeepProbSchedule.constant(.9),
            "linear(1.0, 0.9, 10)", LINEAR,
            "cosine(1.0, 0.9, 10)", KeepProbSchedule.cosine(1, .9, 10),
            "polynomial(1.0, 0.9, 10, 1.0)", KeepProbSchedule.polynomial(1, .9, 10, 1),
            "step([1.0, 0.9], [10])", KeepProbSchedule.step(new double[] {1, .9}, new long[] {10}),
            "warmup(100, linear(1.0, 0.9, 10))", KeepProbSchedule.warmup(100, LINEAR),
            "linear(1.0, 0.9, 10).forGroup(3, 4)", LINEAR.forGroup(3, 4),
            "linear(1.0, 0.9, 10).forDepth(3, 4)", LINEAR.forDepth(3, 4));
    schedules.forEach(
        (text, schedule) -> {
          assertEquals(text, schedule.toString());
          assertEquals(text, KeepProbSchedule.fromMap(schedule.toMap()).toString());
          assertEquals(text, KeepProbSchedule.fromBytes(schedule.toBytes()).toString());
        });
  }

  /** A class of the caller's own. */
  private record Halving(int epochs) implements KeepProbSchedule {
    @Override
    public double at(long step) {
      return 1.0 / (1 + step / epochs);
    }

    @Override
    public String toString() {
      return "halving";
    }
  }

  @Test
  void aScheduleOfOnesOwnKeepsItsOwnText() {
    KeepProbSchedule own = new Halving(3);
    assertEquals("warmup(2, halving)", KeepProbSchedule.warmup(2, own).toString());
    assertEquals("halving.forGroup(1, 2)", own.forGroup(1, 2).toString());
    assertEquals("halving.forDepth(1, 2)", own.forDepth(1, 2).toString());
    assertEquals(.5, KeepProbSchedule.warmup(2, own).at(5));
    KeepProbSchedule lambda = step -> .5;
    assertEquals(.5, KeepProbSchedule.warmup(1, lambda.forGroup(2, 2)).at(1));
  }
}
