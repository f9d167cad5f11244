package io.github.dropblock.benchmarks.law;

import io.github.dropblock.benchmarks.plan.Setting;
import java.util.Arrays;

/**
 * Whether an implementation drops as this library does: the dropped fraction against its closed
 * form, and the law of the dropped fraction of a plane against this library's.
 *
 * <p>Planes are independent. Each of the two limits is exceeded with a rate of 1e-6 by an
 * implementation without fault, for a new choice of seeds; those here are fixed.
 *
 * @param implementation its name
 * @param setting what was asked
 * @param dropped the fraction that it dropped
 * @param expected the closed form
 * @param droppedLimit the most that the two may differ by
 * @param distance between the laws of the fraction of a plane (Kolmogorov and Smirnov)
 * @param distanceLimit the most that it may be
 */
public record Comparison(
    String implementation,
    Setting setting,
    double dropped,
    double expected,
    double droppedLimit,
    double distance,
    double distanceLimit) {
  private static final double FALSE_ALARM_RATE = 1e-6;

  /** The deviations of a normal variable that are exceeded, up or down, with that rate. */
  private static final double DEVIATIONS = 4.892;

  static Comparison of(
      String implementation, Setting setting, int[] counts, int[] ours, Expectation expectation) {
    double planes = counts.length;
    double mean = Arrays.stream(counts).average().orElseThrow();
    double variance =
        Arrays.stream(counts).mapToDouble(count -> (count - mean) * (count - mean)).sum()
            / (planes - 1);
    return new Comparison(
        implementation,
        setting,
        mean / expectation.planeSize(),
        expectation.dropped(),
        DEVIATIONS * Math.sqrt(variance / planes) / expectation.planeSize(),
        KolmogorovSmirnov.distance(counts, ours),
        KolmogorovSmirnov.limit(counts.length, ours.length, FALSE_ALARM_RATE));
  }

  /** Whether both are within their limits. */
  public boolean holds() {
    return Math.abs(dropped - expected) <= droppedLimit && distance <= distanceLimit;
  }

  record Expectation(double dropped, int planeSize) {}
}
