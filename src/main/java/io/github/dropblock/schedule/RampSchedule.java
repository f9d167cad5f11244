package io.github.dropblock.schedule;

import java.util.HashMap;
import java.util.Map;

/** From one value to another along a curve. */
record RampSchedule(Ramp ramp, Curve curve) implements KeepProbSchedule {
  @Override
  public double at(long step) {
    return ramp.between(curve.weight(ramp.progress(step)));
  }

  @Override
  public Map<String, Object> toMap() {
    Map<String, Object> values = new HashMap<>();
    values.put("from", ramp.from());
    values.put("to", ramp.to());
    values.put("totalSteps", ramp.totalSteps());
    if (curve instanceof Curve.Power p) {
      values.put("power", p.power());
      return ScheduleMaps.write("polynomial", values);
    }
    return ScheduleMaps.write("cosine", values);
  }
}
