package io.github.dropblock.benchmarks.run;

import io.github.dropblock.benchmarks.plan.Row;
import java.util.List;

/**
 * What was measured of one row.
 *
 * @param row the row
 * @param rounds its visits, in order
 * @param bytesPerCall what a call allocates; null where it was not asked
 */
public record Measurement(Row row, List<Round> rounds, Double bytesPerCall) {
  /** The median time of a call. */
  public double nanos() {
    return Median.of(rounds.stream().mapToDouble(Round::nanos));
  }

  /** The median over the visits of the time in copies. */
  public double ratio() {
    return Median.of(rounds.stream().mapToDouble(Round::ratio));
  }

  /** Whether each number is one that can have been measured. */
  public boolean isFinite() {
    boolean timesAre =
        rounds.stream().allMatch(round -> isTime(round.nanos()) && isTime(round.copyNanos()));
    boolean bytesAre = bytesPerCall == null || (bytesPerCall >= 0 && bytesPerCall < 1e12);
    return !rounds.isEmpty() && timesAre && bytesAre;
  }

  private static boolean isTime(double nanos) {
    return nanos > 0 && nanos < 1e12;
  }
}
