package io.github.dropblock.accuracy.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SampleTest {
  @Test
  void meanErrorAndIntervalAreThoseOfStudentsTable() {
    Sample sample = Sample.of(1, 2, 3, 4, 5);

    assertEquals(3, sample.mean());
    assertEquals(Math.sqrt(2.5 / 5), sample.standardError(), 1e-12);
    assertEquals(2.776 * Math.sqrt(0.5), sample.halfWidth(), 1e-3);
    assertEquals("3.00 ± 0.71", sample.text());
    assertEquals("+3.00 [+1.04, +4.96]", sample.interval());
  }

  @Test
  void differencesArePairedBySeed() {
    Sample sample = Sample.paired(new double[] {10, 21, 31}, new double[] {9, 19, 30});

    assertEquals(4.0 / 3, sample.mean(), 1e-12);
    assertEquals(1.0 / 3, sample.standardError(), 1e-12);
  }

  @Test
  void largeValuesHavePowersOfTen() {
    Sample sample = Sample.of(2_000_000, 4_000_000);

    assertEquals("3.0e+06 ± 1.0e+06", sample.text(3));
    assertEquals("+3.0e+06 [-9.7e+06, +1.6e+07]", sample.interval(3));
  }
}
