package io.github.dropblock.schedule;

import io.github.dropblock.internal.check.Check;
import java.util.Map;

/** One value. */
record ConstantSchedule(double keepProb) implements KeepProbSchedule {
  ConstantSchedule {
    Check.probability("keepProb", keepProb);
  }

  @Override
  public double at(long step) {
    return keepProb;
  }

  @Override
  public Map<String, Object> toMap() {
    return ScheduleMaps.write("constant", Map.of("keepProb", keepProb));
  }
}
