package io.github.dropblock.reliability.soak.stats;

import java.util.Locale;

/** A ledger as text: a line for each family, the judgment, and where it came closest to failing. */
public final class Report {
  private Report() {}

  /** The table and the judgment. */
  public static String of(Ledger ledger) {
    StringBuilder text = new StringBuilder();
    append(text, "%-38s %9s %16s %9s", "family", "tests", "trials", "p < .01");
    append(text, " %12s  %s%n", "smallest p", "verdict");
    for (Family family : Family.values()) {
      Ledger.Entry entry = ledger.of(family);
      append(
          text,
          "%-38s %,9d %,16d %,9d %12.2e  %s%n",
          family.title(),
          entry.tests(),
          entry.trials(),
          entry.unlikely(),
          entry.smallest(),
          verdict(ledger, family));
    }
    append(
        text,
        "%n%,d tests; each fails below p = %.2e: false-alarm rate of all together %.0e%n",
        ledger.tests(),
        ledger.threshold(),
        Ledger.FALSE_ALARM_RATE);
    appendFailures(text, ledger);
    append(text, "%s%n", ledger.passed() ? "PASSED" : "FAILED");
    return text.toString();
  }

  private static String verdict(Ledger ledger, Family family) {
    if (ledger.of(family).tests() == 0) {
      return "none"; // Too few masks for this family.
    }
    return ledger.passed(family) ? "passed" : "FAILED";
  }

  private static void appendFailures(StringBuilder text, Ledger ledger) {
    for (Family family : Family.values()) {
      if (!ledger.passed(family)) {
        append(text, "%s failed at %s%n", family.title(), ledger.of(family).where());
      }
    }
  }

  private static void append(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values));
  }
}
