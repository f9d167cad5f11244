package io.github.dropblock.reliability.soak.stats;

import java.util.Locale;

/**
 * Test results as text: a line for each family, the judgment, and where it came closest to failing.
 */
public final class Report {
  private Report() {}

  /** The table and the judgment. */
  public static String of(TestResults results) {
    StringBuilder text = new StringBuilder();
    append(text, "%-38s %9s %16s %9s", "family", "tests", "trials", "p < .01");
    append(text, " %12s  %s%n", "smallest p", "verdict");
    for (Family family : Family.values()) {
      TestResults.Entry entry = results.of(family);
      append(
          text,
          "%-38s %,9d %,16d %,9d %12.2e  %s%n",
          family.title(),
          entry.tests(),
          entry.trials(),
          entry.unlikely(),
          entry.smallest(),
          verdict(results, family));
    }
    append(
        text,
        "%n%,d tests; each fails below p = %.2e: false-alarm rate of all together %.0e%n",
        results.tests(),
        results.threshold(),
        TestResults.FALSE_ALARM_RATE);
    appendFailures(text, results);
    append(text, "%s%n", results.passed() ? "PASSED" : "FAILED");
    return text.toString();
  }

  private static String verdict(TestResults results, Family family) {
    if (results.of(family).tests() == 0) {
      return "none"; // Too few masks for this family.
    }
    return results.passed(family) ? "passed" : "FAILED";
  }

  private static void appendFailures(StringBuilder text, TestResults results) {
    for (Family family : Family.values()) {
      if (!results.passed(family)) {
        append(text, "%s failed at %s%n", family.title(), results.of(family).where());
      }
    }
  }

  private static void append(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values));
  }
}
