package io.github.dropblock.benchmarks.report;

import io.github.dropblock.benchmarks.plan.Group;
import io.github.dropblock.benchmarks.plan.Row;
import io.github.dropblock.benchmarks.run.Measurement;

/**
 * A line of the table.
 *
 * @param group what it belongs to
 * @param row what was measured
 * @param nanos median time of a call
 * @param ratio median time of a call in copies of the same tensor
 * @param timesFaster than the best form in libtorch of the same work; null if there is none
 * @param verdict the target and what became of it
 */
public record Line(
    Group group, Row row, double nanos, double ratio, Double timesFaster, Verdict verdict) {
  static Line of(Group group, Measurement measurement, Double timesFaster, Verdict verdict) {
    return new Line(
        group, measurement.row(), measurement.nanos(), measurement.ratio(), timesFaster, verdict);
  }

  /** For times that mean nothing. */
  Line withoutOutcome() {
    return new Line(group, row, nanos, ratio, timesFaster, verdict.withoutOutcome());
  }
}
