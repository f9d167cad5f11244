package io.github.dropblock.reliability.soak.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LedgerTest {
  private final Ledger ledger = new Ledger();

  @Test
  void oneTestBelowTheThresholdFails() {
    ledger.add(Family.GAPS, .5, 10, "a");
    ledger.add(Family.GAPS, 4e-5, 20, "b");
    ledger.add(Family.STEPS, .005, 30, "c");
    assertEquals(1e-4 / 3, ledger.threshold(), 1e-12);
    assertTrue(ledger.passed());
    assertEquals(new Ledger.Entry(2, 30, 1, 4e-5, "b"), ledger.of(Family.GAPS));

    ledger.add(Family.LAGS, 1e-5, 40, "d");
    assertFalse(ledger.passed());
    assertFalse(ledger.passed(Family.LAGS));
    assertTrue(ledger.passed(Family.STEPS));
  }

  @Test
  void nothingTestedIsNotPassed() {
    assertFalse(ledger.passed());
  }

  @Test
  void notANumberIsNoPValue() {
    assertThrows(
        IllegalArgumentException.class, () -> ledger.add(Family.GAPS, Double.NaN, 1, "here"));
  }

  @Test
  void reportNamesWhatFailedAndWhere() {
    ledger.add(Family.STEPS, .25, 1234, "here");
    ledger.add(Family.SEED_BITS, 1e-12, 1, "there");
    String report = Report.of(ledger);
    assertTrue(report.matches("(?s).*neighboring steps +1 +1,234 +0 +2.50e-01  passed\\R.*"));
    assertTrue(report.matches("(?s).*neighboring samples +0 +0 +0 +1.00e\\+00  none\\R.*"));
    assertTrue(report.contains("seeds that differ by one bit failed at there"));
    assertTrue(report.endsWith("FAILED" + System.lineSeparator()));
  }
}
