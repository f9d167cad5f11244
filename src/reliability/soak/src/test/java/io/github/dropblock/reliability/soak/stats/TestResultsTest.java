package io.github.dropblock.reliability.soak.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TestResultsTest {
  private final TestResults results = new TestResults();

  @Test
  void oneTestBelowTheThresholdFails() {
    results.add(Family.GAPS, .5, 10, "a");
    results.add(Family.GAPS, 4e-5, 20, "b");
    results.add(Family.STEPS, .005, 30, "c");
    assertEquals(1e-4 / 3, results.threshold(), 1e-12);
    assertTrue(results.passed());
    assertEquals(new TestResults.Entry(2, 30, 1, 4e-5, "b"), results.of(Family.GAPS));

    results.add(Family.LAGS, 1e-5, 40, "d");
    assertFalse(results.passed());
    assertFalse(results.passed(Family.LAGS));
    assertTrue(results.passed(Family.STEPS));
  }

  @Test
  void nothingTestedIsNotPassed() {
    assertFalse(results.passed());
  }

  @Test
  void notANumberIsNoPValue() {
    assertThrows(
        IllegalArgumentException.class, () -> results.add(Family.GAPS, Double.NaN, 1, "here"));
  }

  @Test
  void reportNamesWhatFailedAndWhere() {
    results.add(Family.STEPS, .25, 1234, "here");
    results.add(Family.SEED_BITS, 1e-12, 1, "there");
    String report = Report.of(results);
    assertTrue(report.matches("(?s).*neighboring steps +1 +1,234 +0 +2.50e-01  passed\\R.*"));
    assertTrue(report.matches("(?s).*neighboring samples +0 +0 +0 +1.00e\\+00  none\\R.*"));
    assertTrue(report.contains("seeds that differ by one bit failed at there"));
    assertTrue(report.endsWith("FAILED" + System.lineSeparator()));
  }
}
