package io.github.dropblock.reliability.soak.stats;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.apache.commons.statistics.inference.ChiSquareTest;

/**
 * The probability, under the null hypothesis, of what was seen or something less likely.
 *
 * <p>The normal and chi-square laws are limits. They are used only where so much is expected that
 * their tails hold within a small factor down to 1e-10, and exact laws elsewhere.
 */
public final class PValues {
  /** Expected numbers from which on a single cell is as good as normal. */
  private static final double MANY = 1000;

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private PValues() {}

  /**
   * Whether a sum over cells, each with at least that much expected, is as good as chi-square. The
   * skewness of cells averages out.
   */
  public static boolean isMany(double leastExpected, int cells) {
    return leastExpected >= Math.max(50, MANY / Math.sqrt(cells));
  }

  /** Whether a sum of that mean and variance, of parts of one sign, is as good as normal. */
  public static boolean isNormal(double mean, double variance) {
    return mean * mean >= MANY * variance;
  }

  /** A whole number of known mean and variance; see {@link #isNormal}. */
  public static double normal(long value, double mean, double variance) {
    if (variance == 0) {
      return value == Math.round(mean) ? 1 : 0;
    }
    return 2 * NORMAL.survivalProbability(Math.abs(value - mean) / Math.sqrt(variance));
  }

  /** The number of successes of independent trials, exactly. */
  public static double binomial(long successes, long trials, double rate) {
    BinomialDistribution law = BinomialDistribution.of(Math.toIntExact(trials), rate);
    int k = Math.toIntExact(successes);
    return twoSided(law.cumulativeProbability(k), law.survivalProbability(k - 1));
  }

  /** Independent binomial numbers of known rates, by the chi-square of all; see {@link #isMany}. */
  public static double rates(long[] successes, long trials, double[] rates) {
    double sum = 0;
    for (int i = 0; i < rates.length; i++) {
      double off = successes[i] - trials * rates[i];
      sum += off * off / (trials * rates[i] * (1 - rates[i]));
    }
    return ChiSquaredDistribution.of(rates.length).survivalProbability(sum);
  }

  /** The least number of successes or failures that is expected of any of some binomial numbers. */
  public static double leastExpected(long trials, double[] rates) {
    double least = 0.5;
    for (double rate : rates) {
      least = Math.min(least, Math.min(rate, 1 - rate));
    }
    return trials * least;
  }

  /** Counts of cells whose probabilities are known, by chi-square; see {@link #isMany}. */
  public static double fit(double[] expected, long[] observed) {
    return ChiSquareTest.withDefaults().test(expected, observed).getPValue();
  }

  /**
   * Whether two events are independent, from a 2 x 2 table: chi-square, or, where little is
   * expected in a cell, the Poisson law of that cell, which is wider than the exact one.
   *
   * @param pairs independent pairs
   * @param both pairs in which both events are
   * @param first pairs in which the first event is
   * @param second pairs in which the second event is
   */
  public static double independence(long pairs, long both, long first, long second) {
    long[][] table = {
      {both, first - both}, {second - both, pairs - first - second + both},
    };
    double[] ofFirst = {first, pairs - first};
    double[] ofSecond = {second, pairs - second};
    double least = Double.POSITIVE_INFINITY;
    long observed = 0;
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        double expected = ofFirst[i] * ofSecond[j] / pairs;
        if (expected < least) {
          least = expected;
          observed = table[i][j];
        }
      }
    }
    if (least == 0) {
      return 1; // One of the events always is, or never.
    }
    return least >= MANY
        ? ChiSquareTest.withDefaults().test(table).getPValue()
        : poisson(observed, least);
  }

  private static double poisson(long observed, double mean) {
    PoissonDistribution law = PoissonDistribution.of(mean);
    int k = Math.toIntExact(observed);
    return twoSided(law.cumulativeProbability(k), law.survivalProbability(k - 1));
  }

  private static double twoSided(double atMost, double atLeast) {
    return Math.min(1, 2 * Math.min(atMost, atLeast));
  }
}
