package io.github.dropblock.benchmarks.run;

/**
 * One visit of a row.
 *
 * @param nanos median time of a call over the iterations
 * @param copyNanos the same of the copy that was measured just before
 */
public record Round(double nanos, double copyNanos) {
  /** Calls of the row in copies. */
  public double ratio() {
    return nanos / copyNanos;
  }
}
