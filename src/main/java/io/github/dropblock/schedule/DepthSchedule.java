package io.github.dropblock.schedule;

import io.github.dropblock.internal.codec.MapReader;
import java.util.Map;

/** Schedule of one of several layers. Its drop probability grows linearly with the depth. */
record DepthSchedule(KeepProbSchedule schedule, int layer, int layers) implements KeepProbSchedule {
  static final String TYPE = "depth";

  static KeepProbSchedule read(MapReader in, int depth) {
    KeepProbSchedule schedule = ScheduleFormat.read(in.map("of"), depth + 1);
    return schedule.forDepth(in.integer("layer"), in.integer("layers"));
  }

  @Override
  public Map<String, Object> toMap() {
    return ScheduleFormat.begin(TYPE)
        .put("of", ScheduleFormat.inner(schedule))
        .put("layer", layer)
        .put("layers", layers)
        .map();
  }

  @Override
  public double at(long step) {
    double last = schedule.at(step);
    // The last layer has keepProb itself, which 1 - (1 - keepProb) is not for each keepProb.
    return layer == layers ? last : 1 - (1 - last) * layer / layers;
  }

  @Override
  public String toString() {
    return schedule + ".forDepth(" + layer + ", " + layers + ")";
  }
}
