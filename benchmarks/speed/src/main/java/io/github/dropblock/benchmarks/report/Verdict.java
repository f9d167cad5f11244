package io.github.dropblock.benchmarks.report;

import java.util.Locale;

/**
 * A target and what became of it.
 *
 * @param target what was to be reached; empty if nothing was
 * @param value what was measured; null if the target was not judged
 * @param met whether it was reached; null if there is none or it was not judged
 */
public record Verdict(String target, Double value, Boolean met) {
  /** For rows that are shown for comparison. */
  static final Verdict NONE = new Verdict("", null, null);

  static Verdict atMost(String what, double limit, double value) {
    return new Verdict(what + " <= " + format(limit), value, value <= limit);
  }

  static Verdict atLeast(String what, double limit, double value) {
    return new Verdict(what + " >= " + format(limit), value, value >= limit);
  }

  static Verdict notJudged(String why) {
    return new Verdict(why, null, null);
  }

  Verdict withoutOutcome() {
    return notJudged(target);
  }

  /** How the table shows the outcome. */
  String outcome() {
    if (met == null) {
      return "";
    }
    return (met ? "met" : "MISSED") + " (" + format(value) + ")";
  }

  /** Three decimals where they tell something. */
  static String format(double value) {
    String pattern = value < 10 ? "%.3f" : value < 100 ? "%.1f" : "%.0f";
    return String.format(Locale.ROOT, pattern, value);
  }
}
