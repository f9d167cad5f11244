package io.github.dropblock.schedule;

import io.github.dropblock.internal.check.Check;
import io.github.dropblock.internal.codec.MapReader;
import java.util.Map;

/** Schedule along a power of the fraction of steps done, from one value to another. */
record PolynomialSchedule(Ramp ramp, double power) implements Curve {
  static final String TYPE = "polynomial";

  PolynomialSchedule {
    Check.positive("power", power);
  }

  static PolynomialSchedule read(MapReader in) {
    return new PolynomialSchedule(Ramp.read(in), in.real("power"));
  }

  @Override
  public Map<String, Object> toMap() {
    return ramp.writeTo(ScheduleFormat.begin(TYPE)).put("power", power).map();
  }

  @Override
  public double at(long step) {
    return ramp.between(StrictMath.pow(ramp.progress(step), power));
  }

  @Override
  public String toString() {
    return "polynomial(" + ramp + ", " + power + ")";
  }
}
