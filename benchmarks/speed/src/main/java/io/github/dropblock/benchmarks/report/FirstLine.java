package io.github.dropblock.benchmarks.report;

import io.github.dropblock.benchmarks.first.FirstCalls;

/**
 * A line of the table of fresh JVMs.
 *
 * @param calls what was measured
 * @param verdict the target and what became of it
 */
public record FirstLine(FirstCalls calls, Verdict verdict) {
  private static final double SCALAR_MILLIS = 150;
  private static final double VECTOR_MILLIS = 350;

  /** Judges JVMs with default options: not every user makes an archive. */
  static FirstLine of(FirstCalls calls, int javaVersion) {
    if (!calls.sharing().isEmpty()) {
      return new FirstLine(calls, Verdict.NONE);
    }
    double limit = calls.kernels().equals("scalar") ? SCALAR_MILLIS : VECTOR_MILLIS;
    return new FirstLine(
        calls, Verdict.atMost("ms", Older.limit(limit, javaVersion), calls.beyondEmpty()));
  }

  FirstLine withoutOutcome() {
    return new FirstLine(calls, verdict.withoutOutcome());
  }
}
