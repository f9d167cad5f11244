package io.github.dropblock.schedule;

import io.github.dropblock.internal.codec.MapReader;
import java.util.Map;

/** Schedule of a group of layers. Its drop probability is divided by 4 for each group after it. */
record GroupSchedule(KeepProbSchedule schedule, int group, int groups) implements KeepProbSchedule {
  static final String TYPE = "group";

  static KeepProbSchedule read(MapReader in, int depth) {
    KeepProbSchedule schedule = ScheduleFormat.read(in.map("of"), depth + 1);
    return schedule.forGroup(in.integer("group"), in.integer("groups"));
  }

  @Override
  public Map<String, Object> toMap() {
    return ScheduleFormat.begin(TYPE)
        .put("of", ScheduleFormat.inner(schedule))
        .put("group", group)
        .put("groups", groups)
        .map();
  }

  @Override
  public double at(long step) {
    if (group == groups) {
      return schedule.at(step); // 1 - (1 - keepProb) is not keepProb for each keepProb.
    }
    // Division by a power of two is exact, and underflows to "drop nothing" for groups far from the
    // last.
    int halvings = 2 * Math.min(groups - group, Double.MAX_EXPONENT);
    return 1 - Math.scalb(1 - schedule.at(step), -halvings);
  }

  @Override
  public String toString() {
    return schedule + ".forGroup(" + group + ", " + groups + ")";
  }
}
