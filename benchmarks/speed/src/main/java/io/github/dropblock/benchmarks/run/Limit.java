package io.github.dropblock.benchmarks.run;

import io.github.dropblock.benchmarks.plan.Work;
import java.util.Comparator;
import java.util.Map;

/**
 * What the rows of a visit are compared with.
 *
 * @param copy visit of {@code System.arraycopy}
 * @param work the fastest loop of the rows' form
 * @param nanos of that loop
 */
record Limit(Visit copy, Work work, double nanos) {
  /**
   * Finds the limit.
   *
   * @param yardsticks the visit of each loop, the copy included
   * @param inPlace whether the rows are in place; a copy is then no limit, for it writes to memory
   *     that it has not read
   */
  static Limit of(Map<Work, Visit> yardsticks, boolean inPlace) {
    var fastest =
        yardsticks.entrySet().stream()
            .filter(entry -> entry.getKey().isInPlace() == inPlace)
            .min(Comparator.comparingDouble(entry -> entry.getValue().nanos()))
            .orElseThrow();
    return new Limit(yardsticks.get(Work.COPY), fastest.getKey(), fastest.getValue().nanos());
  }
}
