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
  private static final double LARGE = 10_000;

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
    return text(2);
  }

  /** Mean and standard error, with so many digits after the point. */
  String text(int digits) {
    String format = "%.0f ± %.0f".replace(".0f", conversion(digits));
    return String.format(Locale.ROOT, format, mean, standardError);
  }

  /** Mean and confidence interval. */
  String interval() {
    return interval(2);
  }

  /** Mean and confidence interval, with so many digits after the point. */
  String interval(int digits) {
    String format = "%+.0f [%+.0f, %+.0f]".replace(".0f", conversion(digits));
    return String.format(Locale.ROOT, format, mean, mean - halfWidth(), mean + halfWidth());
  }

  // The loss of a training that broke down is in the millions.
  private String conversion(int digits) {
    return Math.abs(mean) < LARGE ? "." + digits + "f" : ".1e";
  }
}
