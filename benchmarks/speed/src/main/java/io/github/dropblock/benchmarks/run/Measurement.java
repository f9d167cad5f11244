package io.github.dropblock.benchmarks.run;

import io.github.dropblock.benchmarks.plan.Row;
import io.github.dropblock.benchmarks.plan.Work;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What was measured of one row. Ratios are formed in each round, so that a burst of other work,
 * which slows a row and its limit alike, does not move them.
 *
 * @param row the row
 * @param nanos median time of a call
 * @param leastNanos the least over the rounds, which other work on the machine disturbs least
 * @param limits median time of a call in limits of the same round
 * @param leastLimits the least over the rounds
 * @param mostLimits the most over the rounds
 * @param copies median time of a call in copies of the same round
 * @param limit the loop that was the limit most often
 * @param bytesPerCall what a call allocates, the least over the rounds: what other threads of the
 *     JVM allocate now and then is not the call's
 */
public record Measurement(
    Row row,
    double nanos,
    double leastNanos,
    double limits,
    double leastLimits,
    double mostLimits,
    double copies,
    Work limit,
    double bytesPerCall) {
  private static final double A_LOT = 1e12;

  static Measurement of(Row row, List<Round> rounds) {
    return new Measurement(
        row,
        median(rounds, round -> round.visit().nanos()),
        rounds.stream().mapToDouble(round -> round.visit().nanos()).min().orElseThrow(),
        median(rounds, Round::limits),
        rounds.stream().mapToDouble(Round::limits).min().orElseThrow(),
        rounds.stream().mapToDouble(Round::limits).max().orElseThrow(),
        median(rounds, Round::copies),
        mostFrequentLimit(rounds),
        rounds.stream().mapToDouble(Round::bytesPerCall).min().orElseThrow());
  }

  private static double median(List<Round> rounds, ToDoubleFunction<Round> value) {
    return Median.of(rounds.stream().mapToDouble(value));
  }

  private static Work mostFrequentLimit(List<Round> rounds) {
    Map<Work, Long> counts =
        rounds.stream()
            .map(round -> round.limit().work())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return counts.entrySet().stream()
        .max(Comparator.comparing(Map.Entry<Work, Long>::getValue))
        .orElseThrow()
        .getKey();
  }

  /** Returns whether each number is one that can have been measured. */
  public boolean isFinite() {
    return isPlausible(nanos)
        && isPlausible(limits)
        && isPlausible(copies)
        && bytesPerCall >= 0
        && bytesPerCall < A_LOT;
  }

  private static boolean isPlausible(double value) {
    return value > 0 && value < A_LOT;
  }
}
