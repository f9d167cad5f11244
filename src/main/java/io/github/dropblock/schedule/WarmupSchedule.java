package io.github.dropblock.schedule;

import io.github.dropblock.internal.check.Check;
import io.github.dropblock.internal.codec.MapReader;
import java.util.Map;

/**
 * Schedule with a linear ramp from 1 to the first value of another schedule, followed by that one.
 */
record WarmupSchedule(long warmupSteps, KeepProbSchedule then) implements Curve {
  static final String TYPE = "warmup";

  WarmupSchedule {
    Check.atLeast("warmupSteps", warmupSteps, 0L);
    Check.notNull("then", then);
  }

  static WarmupSchedule read(MapReader in, int depth) {
    long steps = in.whole("warmupSteps");
    return new WarmupSchedule(steps, ScheduleFormat.read(in.map("then"), depth + 1));
  }

  @Override
  public Map<String, Object> toMap() {
    return ScheduleFormat.begin(TYPE)
        .put("warmupSteps", warmupSteps)
        .put("then", ScheduleFormat.inner(then))
        .map();
  }

  @Override
  public double at(long step) {
    long passed = Math.max(step, 0);
    if (passed >= warmupSteps) {
      return then.at(passed - warmupSteps);
    }
    Ramp ramp = new Ramp(1, then.at(0), warmupSteps);
    return ramp.between(ramp.progress(passed));
  }

  @Override
  public String toString() {
    return "warmup(" + warmupSteps + ", " + then + ")";
  }
}
