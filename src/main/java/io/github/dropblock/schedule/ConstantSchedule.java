package io.github.dropblock.schedule;

import io.github.dropblock.internal.check.Check;

/** One value. */
record ConstantSchedule(double keepProb) implements KeepProbSchedule {
  ConstantSchedule {
    Check.probability("keepProb", keepProb);
  }

  @Override
  public double at(long step) {
    return keepProb;
  }
}
