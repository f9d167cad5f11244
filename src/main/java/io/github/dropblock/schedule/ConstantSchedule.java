package io.github.dropblock.schedule;

import io.github.dropblock.internal.check.Check;
import io.github.dropblock.internal.codec.MapReader;
import java.util.Map;

/** Schedule with the same value at each step. */
record ConstantSchedule(double keepProb) implements Curve {
  static final String TYPE = "constant";

  ConstantSchedule {
    Check.probability("keepProb", keepProb);
  }

  static ConstantSchedule read(MapReader in) {
    return new ConstantSchedule(in.real("keepProb"));
  }

  @Override
  public Map<String, Object> toMap() {
    return ScheduleFormat.begin(TYPE).put("keepProb", keepProb).map();
  }

  @Override
  public double at(long step) {
    return keepProb;
  }

  @Override
  public String toString() {
    return "constant(" + keepProb + ")";
  }
}
