package io.github.dropblock.benchmarks.report;

import io.github.dropblock.benchmarks.plan.Group;
import io.github.dropblock.benchmarks.plan.Row;
import io.github.dropblock.benchmarks.run.ForkResult;
import io.github.dropblock.benchmarks.run.Measurement;
import io.github.dropblock.benchmarks.run.Median;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The steady speed of one loop in many fresh JVMs: of each JVM the least time, because other work
 * on the machine must not look like a fault of the JIT compiler.
 *
 * @param row the loop
 * @param jvms how many JVMs
 * @param nanosPerElement the median over the JVMs
 * @param verdict the slowest JVM compared with that median
 */
public record Cliff(Row row, int jvms, double nanosPerElement, Verdict verdict) {
  private static final double SLOWEST = 1.5;

  static List<Cliff> of(List<ForkResult> forks) {
    Map<Row, List<Double>> nanos =
        forks.stream()
            .filter(fork -> fork.group() == Group.CLIFF)
            .flatMap(fork -> fork.measurements().stream())
            .collect(
                Collectors.groupingBy(
                    Measurement::row,
                    LinkedHashMap::new,
                    Collectors.mapping(Measurement::leastNanos, Collectors.toList())));
    return nanos.entrySet().stream().map(entry -> of(entry.getKey(), entry.getValue())).toList();
  }

  private static Cliff of(Row row, List<Double> nanos) {
    double median = Median.of(nanos.stream().mapToDouble(value -> value));
    double slowest = nanos.stream().mapToDouble(value -> value).max().orElseThrow();
    Verdict verdict = Verdict.atMost("slowest / median", SLOWEST, slowest / median);
    return new Cliff(row, nanos.size(), median / row.size(), verdict);
  }

  Cliff withoutOutcome() {
    return new Cliff(row, jvms, nanosPerElement, verdict.withoutOutcome());
  }
}
