package io.github.dropblock.schedule;

import io.github.dropblock.internal.codec.MapReader;
import java.util.Map;

/** Schedule along a straight line, from one value to another. */
record LinearSchedule(Ramp ramp) implements Curve {
  static final String TYPE = "linear";

  static LinearSchedule read(MapReader in) {
    return new LinearSchedule(Ramp.read(in));
  }

  @Override
  public Map<String, Object> toMap() {
    return ramp.writeTo(ScheduleFormat.begin(TYPE)).map();
  }

  @Override
  public double at(long step) {
    return ramp.between(ramp.progress(step));
  }

  @Override
  public String toString() {
    return "linear(" + ramp + ")";
  }
}
