package io.github.dropblock.benchmarks.report;

import io.github.dropblock.benchmarks.plan.Group;
import io.github.dropblock.benchmarks.run.Measurement;

/**
 * A line of the main table.
 *
 * @param group what it belongs to
 * @param measured the row and its figures
 * @param timesFaster than the best form in libtorch of the same work; null if there is none
 * @param verdict the target of its time and what became of it
 * @param bytes the same of what a call allocates
 */
public record Line(
    Group group, Measurement measured, Double timesFaster, Verdict verdict, Verdict bytes) {
  /** Returns the line with its figures alone, for times that mean nothing. */
  Line withoutOutcome() {
    return new Line(group, measured, timesFaster, verdict.withoutOutcome(), bytes.withoutOutcome());
  }
}
