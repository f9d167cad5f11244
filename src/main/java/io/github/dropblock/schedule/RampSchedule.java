package io.github.dropblock.schedule;

/** From one value to another along a curve. */
record RampSchedule(Ramp ramp, Curve curve) implements KeepProbSchedule {
  @Override
  public double at(long step) {
    return ramp.between(curve.weight(ramp.progress(step)));
  }
}
