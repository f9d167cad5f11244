package io.github.dropblock.reliability.soak.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Against values from tables, or worked out by hand. */
class PValuesTest {
  @Test
  void normal() {
    assertEquals(.05, PValues.normal(1000 + 196, 1000, 10_000), 5e-5);
    assertEquals(.05, PValues.normal(1000 - 196, 1000, 10_000), 5e-5);
    assertEquals(1.973e-9, PValues.normal(6, 0, 1), 1e-12);
  }

  @Test
  void withoutVarianceOnlyTheMeanIsPossible() {
    assertEquals(1, PValues.normal(7, 7.0000001, 0));
    assertEquals(0, PValues.normal(8, 7, 0));
  }

  @Test
  void binomial() {
    assertEquals(2.0 / 1024, PValues.binomial(0, 10, .5), 1e-12);
    assertEquals(2.0 / 1024, PValues.binomial(10, 10, .5), 1e-12);
    assertEquals(1, PValues.binomial(5, 10, .5));
    assertEquals(0, PValues.binomial(9, 10, 1));
    assertEquals(1, PValues.binomial(10, 10, 1));
  }

  /** Two cells, each 2 standard deviations off: chi-square 8 with 2 degrees of freedom. */
  @Test
  void rates() {
    double p = PValues.rates(new long[] {5100, 4900}, 10_000, new double[] {.5, .5});
    assertEquals(Math.exp(-4), p, 1e-12);
  }

  @Test
  void leastExpectedLooksAtBothOutcomes() {
    assertEquals(100, PValues.leastExpected(1000, new double[] {.5, .9, .3}), 1e-9);
  }

  /** 4000 pairs, expected 1000 in each cell, off by 50: chi-square 4 * 2.5 = 10. */
  @Test
  void independenceByChiSquare() {
    assertEquals(.001565402, PValues.independence(4000, 1050, 2000, 2000), 1e-8);
    assertEquals(1, PValues.independence(4000, 1000, 2000, 2000), 1e-12);
  }

  /** 2 expected in the rare cell and 0 there: twice exp(-2); and as rare a cell elsewhere. */
  @Test
  void independenceByTheRarestCell() {
    assertEquals(2 * Math.exp(-2), PValues.independence(20_000, 0, 200, 200), 1e-12);
    assertEquals(2 * Math.exp(-2), PValues.independence(20_000, 19_600, 19_800, 19_800), 1e-12);
    assertTrue(PValues.independence(20_000, 200, 200, 200) < 1e-300);
  }

  @Test
  void whatAlwaysIsDependsOnNothing() {
    assertEquals(1, PValues.independence(1000, 300, 1000, 300));
    assertEquals(1, PValues.independence(1000, 0, 0, 300));
  }

  @Test
  void limitLawsNeedMuch() {
    assertFalse(PValues.isMany(999, 1));
    assertTrue(PValues.isMany(1000, 1));
    assertTrue(PValues.isMany(100, 100));
    assertFalse(PValues.isMany(49, 1_000_000));
    assertFalse(PValues.isNormal(99, 10));
    assertTrue(PValues.isNormal(100, 10));
  }
}
