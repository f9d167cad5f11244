package io.github.dropblock.accuracy.experiment;

import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Values, one for each seed.
 *
 * @param mean their mean
 * @param standardError of the mean
 * @param size how many there are, at least 2
 */
record Sample(double mean, double standardError, int size) {
  private static final double CONFIDENCE = 0.95;

  static Sample of(double... values) {
    return new Sample(
        Mean.of(values).getAsDouble(),
        StandardDeviation.of(values).getAsDouble() / Math.sqrt(values.length),
        values.length);
  }

  /** Of the differences, seed by seed. */
  static Sample paired(double[] values, double[] references) {
    return of(
        IntStream.range(0, values.length).mapToDouble(i -> values[i] - references[i]).toArray());
  }

  /** Half the width of the 95% confidence interval of the mean, by Student's distribution. */
  double halfWidth() {
    double quantile = TDistribution.of(size - 1).inverseCumulativeProbability((1 + CONFIDENCE) / 2);
    return quantile * standardError;
  }

  /** Mean and standard error. */
  String text() {
    return String.format(Locale.ROOT, "%.2f ± %.2f", mean, standardError);
  }

  /** Mean and confidence interval. */
  String interval() {
    return String.format(
        Locale.ROOT, "%+.2f [%+.2f, %+.2f]", mean, mean - halfWidth(), mean + halfWidth());
  }
}
