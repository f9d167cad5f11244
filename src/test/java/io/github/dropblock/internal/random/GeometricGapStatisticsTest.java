package io.github.dropblock.internal.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.GeometricDistribution;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Gaps, drawn anew beyond the table, against the geometric distribution.
 *
 * <p>Seeds are fixed, so results do not change from run to run. A correct implementation with
 * another seed fails one row in 1000.
 */
class GeometricGapStatisticsTest {
  private static final double FALSE_ALARM_RATE = 0.001;
  private static final int GAPS = 200_000;
  private static final int BINS = 50;

  /** From a table longer than most gaps to one that six of ten gaps go beyond. */
  @ParameterizedTest
  @ValueSource(doubles = {0.9, 0.3, 1.0 / 16, 0.01, 0.004, 0.0005})
  void gapsAreGeometric(double p) {
    GeometricDistribution distribution = GeometricDistribution.of(p);
    int[] lastOfBin = lastOfBins(distribution);
    long[] observed = observed(new GeometricTable(p), new RandomStream(2018), lastOfBin);
    double pValue =
        ChiSquareTest.withDefaults().test(expected(distribution, lastOfBin), observed).getPValue();
    assertTrue(pValue > FALSE_ALARM_RATE, () -> "p value " + pValue);
  }

  private static long[] observed(GeometricTable table, RandomStream words, int[] lastOfBin) {
    long[] observed = new long[lastOfBin.length];
    for (int i = 0; i < GAPS; i++) {
      int gap = gap(table, words);
      int bin = 0;
      while (gap > lastOfBin[bin]) {
        bin++;
      }
      observed[bin]++;
    }
    return observed;
  }

  private static int gap(GeometricTable table, RandomStream words) {
    int skipped = 0;
    int gap = table.gap(words.next());
    while (gap == table.length()) {
      skipped += gap;
      gap = table.gap(words.next());
    }
    return skipped + gap;
  }

  /** About equally likely bins; the last one has no end. */
  private static int[] lastOfBins(GeometricDistribution distribution) {
    int[] last = new int[BINS];
    int bins = 0;
    for (int i = 1; i < BINS; i++) {
      int quantile = distribution.inverseCumulativeProbability((double) i / BINS);
      if (bins == 0 || quantile > last[bins - 1]) {
        last[bins++] = quantile;
      }
    }
    last[bins++] = Integer.MAX_VALUE;
    return Arrays.copyOf(last, bins);
  }

  private static double[] expected(GeometricDistribution distribution, int[] lastOfBin) {
    double[] expected = new double[lastOfBin.length];
    double before = 0;
    for (int bin = 0; bin < lastOfBin.length; bin++) {
      double upTo = distribution.cumulativeProbability(lastOfBin[bin]);
      expected[bin] = (upTo - before) * GAPS;
      before = upTo;
    }
    assertEquals(1, before, 1e-12);
    return expected;
  }
}
