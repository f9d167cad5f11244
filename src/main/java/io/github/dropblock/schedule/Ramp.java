package io.github.dropblock.schedule;

import io.github.dropblock.internal.check.Check;
import io.github.dropblock.internal.codec.MapReader;
import io.github.dropblock.internal.codec.MapWriter;

/** The two ends of a transition and its length in steps. */
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

  /** The fraction of the ramp that is done: 0 up to step 0, 1 from totalSteps on. */
  double progress(long step) {
    return (double) Math.min(Math.max(step, 0), totalSteps) / totalSteps;
  }

  /** A value between the ends, exact at both and never outside them. */
  double between(double weightOfTo) {
    if (weightOfTo == 1) {
      return to; // Which from + (to - from) may miss by rounding.
    }
    double value = from + (to - from) * weightOfTo;
    return Math.min(Math.max(value, Math.min(from, to)), Math.max(from, to));
  }

  /** The arguments as a caller writes them. */
  @Override
  public String toString() {
    return from + ", " + to + ", " + totalSteps;
  }
}
