package io.github.dropblock;

import io.github.dropblock.schedule.KeepProbSchedule;
import java.util.List;

/** Schedules for tests. */
final class Schedules {
  private Schedules() {}

  /** One of each kind that the library has. */
  static List<KeepProbSchedule> ofEachKind() {
    KeepProbSchedule linear = KeepProbSchedule.linear(1, .5, 10);
    return List.of(
        KeepProbSchedule.constant(.5),
        linear,
        KeepProbSchedule.cosine(1, .5, 10),
        KeepProbSchedule.polynomial(1, .5, 10, 2),
        KeepProbSchedule.step(new double[] {1, .5}, new long[] {3}),
        KeepProbSchedule.warmup(5, linear),
        linear.forGroup(2, 4),
        linear.forDepth(2, 4));
  }
}
