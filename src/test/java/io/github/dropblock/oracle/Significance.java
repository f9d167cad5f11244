package io.github.dropblock.oracle;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.inference.ChiSquareTest;

/**
 * Statistical assertions. Seeds are fixed, so that a test either always passes or always fails; the
 * false-alarm rates are the chances that a correct library fails under a seed chosen at random.
 */
public final class Significance {
  /** The false-alarm rate of one assertion, unless a test says otherwise. */
  public static final double ALPHA = 1e-4;

  /** With fewer expected, a cell of a chi-square test is pooled with others. */
  private static final double MIN_EXPECTED = 10;

  private Significance() {}

  /**
   * The mean of independent numbers is as expected, within 4 standard errors taken from their
   * variance. False-alarm rate: 6.3e-5, both tails of a normal distribution beyond 4.
   */
  public static void assertMean(double expected, double[] independent) {
    double mean = Arrays.stream(independent).average().orElseThrow();
    double squares = Arrays.stream(independent).map(v -> (v - mean) * (v - mean)).sum();
    double error = Math.sqrt(squares / (independent.length - 1) / independent.length);
    // The constant: a sum of doubles, where all of them are equal.
    assertTrue(
        Math.abs(mean - expected) <= 4 * error + 1e-12,
        () -> "mean " + mean + ", expected " + expected + ", standard error " + error);
  }

  /**
   * Each count is a binomial number of its probability. The counts may depend on each other: the
   * rate is divided by their number (Bonferroni). False-alarm rate: at most {@link #ALPHA}.
   */
  public static void assertBinomials(double[] probabilities, int[] counts, int trials) {
    for (int i = 0; i < counts.length; i++) {
      BinomialDistribution law = BinomialDistribution.of(trials, probabilities[i]);
      double atMost = law.cumulativeProbability(counts[i]);
      double atLeast = law.survivalProbability(counts[i] - 1);
      String message =
          counts[i] + " of " + trials + " at " + i + ", expected a share of " + probabilities[i];
      assertTrue(2 * Math.min(atMost, atLeast) >= ALPHA / counts.length, message);
    }
  }

  /**
   * Independent trials fall into cells by their probabilities (chi-square). False-alarm rate:
   * {@link #ALPHA}.
   */
  public static void assertCells(double[] probabilities, long[] counts) {
    long trials = Arrays.stream(counts).sum();
    double[] expected = new double[counts.length + 1];
    long[] observed = new long[counts.length + 1];
    int cells = 1;
    for (int i = 0; i < counts.length; i++) {
      assertTrue(probabilities[i] > 0 || counts[i] == 0, "impossible cell " + i);
      // Rare cells share cell 0.
      int cell = probabilities[i] * trials < MIN_EXPECTED ? 0 : cells++;
      expected[cell] += probabilities[i] * trials;
      observed[cell] += counts[i];
    }
    // An empty or rare rest is added to the cell after it: chi-square needs numbers in each.
    int first = 0;
    if (expected[0] < MIN_EXPECTED) {
      expected[1] += expected[0];
      observed[1] += observed[0];
      first = 1;
    }
    double[] e = Arrays.copyOfRange(expected, first, cells);
    long[] o = Arrays.copyOfRange(observed, first, cells);
    double p = ChiSquareTest.withDefaults().test(e, o).getPValue();
    assertTrue(p >= ALPHA, () -> "p = " + p + ": " + Arrays.toString(o) + Arrays.toString(e));
  }

  /**
   * Two events are independent over independent pairs (2 x 2 contingency table).
   *
   * @param alpha the false-alarm rate
   */
  public static void assertIndependent(boolean[] a, boolean[] b, double alpha) {
    long[][] table = new long[2][2];
    for (int i = 0; i < a.length; i++) {
      table[a[i] ? 1 : 0][b[i] ? 1 : 0]++;
    }
    double p = ChiSquareTest.withDefaults().test(table).getPValue();
    assertTrue(p >= alpha, () -> "p = " + p + ": " + Arrays.deepToString(table));
  }
}
