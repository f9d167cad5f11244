package io.github.dropblock.schedule;

import java.util.Map;

/** A schedule whose drop probability is divided by 4 for each group before the last. */
record GroupSchedule(KeepProbSchedule schedule, int group, int groups) implements KeepProbSchedule {
  @Override
  public double at(long step) {
    // Powers of two: the division is exact, and underflows to "drop nothing" for far groups.
    int halvings = 2 * Math.min(groups - group, Double.MAX_EXPONENT);
    return 1 - Math.scalb(1 - schedule.at(step), -halvings);
  }

  @Override
  public Map<String, Object> toMap() {
    return ScheduleMaps.write(
        "group", Map.of("of", schedule.toMap(), "group", (long) group, "groups", (long) groups));
  }
}
