package io.github.dropblock.schedule;

import io.github.dropblock.internal.check.Check;
import java.util.Map;

/** A ramp from 1 down to the start of another schedule. */
record WarmupSchedule(long warmupSteps, KeepProbSchedule then) implements KeepProbSchedule {
  WarmupSchedule {
    Check.atLeast("warmupSteps", warmupSteps, 0L);
    Check.notNull("then", then);
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
  public Map<String, Object> toMap() {
    return ScheduleMaps.write("warmup", Map.of("warmupSteps", warmupSteps, "then", then.toMap()));
  }
}
