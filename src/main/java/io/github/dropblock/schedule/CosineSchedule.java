package io.github.dropblock.schedule;

import io.github.dropblock.internal.codec.MapReader;
import java.util.Map;

/** Schedule along half a period of a cosine, from one value to another. */
record CosineSchedule(Ramp ramp) implements Curve {
  static final String TYPE = "cosine";

  static CosineSchedule read(MapReader in) {
    return new CosineSchedule(Ramp.read(in));
  }

  @Override
  public Map<String, Object> toMap() {
    return ramp.writeTo(ScheduleFormat.begin(TYPE)).map();
  }

  @Override
  public double at(long step) {
    return ramp.between(weight(ramp.progress(step)));
  }

  private static double weight(double t) {
    return (1 - StrictMath.cos(StrictMath.PI * t)) / 2;
  }

  @Override
  public String toString() {
    return "cosine(" + ramp + ")";
  }
}
