package io.github.dropblock.benchmarks.run;

/**
 * A visit of a row, with the limit that was measured just before.
 *
 * @param visit of the row
 * @param limit of the same round and JVM
 */
record Round(Visit visit, Limit limit) {
  double limits() {
    return visit.nanos() / limit.nanos();
  }

  double copies() {
    return visit.nanos() / limit.copy().nanos();
  }

  /** What a call allocates: a copy allocates nothing, so what its iteration did was JMH. */
  double bytesPerCall() {
    return (double) Math.max(0, visit.bytes() - limit.copy().bytes()) / visit.calls();
  }
}
