package io.github.dropblock.benchmarks.report;

import java.util.Locale;

/**
 * A target and what became of it.
 *
 * @param target what was to be reached, or why nothing was; empty if there is none
 * @param value what was measured; null if there is nothing to compare
 * @param met whether it was reached; null if it was not judged
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

  static Verdict notJudged(String why, double value) {
    return new Verdict(why, value, null);
  }

  Verdict withoutOutcome() {
    return new Verdict(target, null, null);
  }

  /** Returns how the table shows the outcome. */
  String outcome() {
    if (value == null) {
      return "";
    }
    return met == null
        ? "(" + format(value) + ")"
        : (met ? "met" : "MISSED") + " (" + format(value) + ")";
  }

  /** Returns a number with three decimals where they tell something. */
  static String format(double value) {
    String pattern = value < 10 ? "%.3f" : value < 100 ? "%.1f" : "%.0f";
    return String.format(Locale.ROOT, pattern, value);
  }
}
