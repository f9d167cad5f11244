package io.github.dropblock.schedule;

import io.github.dropblock.internal.check.Check;
import io.github.dropblock.internal.codec.MapReader;
import io.github.dropblock.internal.codec.MapWriter;

/** Ends of a transition and its length in steps. */
record Ramp(double from, double to, long totalSteps) {
  Ramp {
    Check.probability("from", from);
    Check.probability("to", to);
    Check.atLeast("totalSteps", totalSteps, 1L);
  }

  static Ramp read(MapReader in) {
    return new Ramp(in.real("from"), in.real("to"), in.whole("totalSteps"));
  }

  MapWriter writeTo(MapWriter out) {
    return out.put("from", from).put("to", to).put("totalSteps", totalSteps);
  }

  /** Returns the fraction of the ramp that is done: 0 up to step 0, and 1 from totalSteps on. */
  double progress(long step) {
    return (double) Math.min(Math.max(step, 0), totalSteps) / totalSteps;
  }

  /** Returns a value between the ends. It is exact at both ends and never outside them. */
  double between(double weightOfTo) {
    if (weightOfTo == 1) {
      return to; // from + (to - from) may differ by rounding.
    }
    double value = from + (to - from) * weightOfTo;
    return Math.min(Math.max(value, Math.min(from, to)), Math.max(from, to));
  }

  /** Returns the arguments as a caller writes them. */
  @Override
  public String toString() {
    return from + ", " + to + ", " + totalSteps;
  }
}
