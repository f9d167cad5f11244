package io.github.dropblock.benchmarks.run;

import io.github.dropblock.benchmarks.plan.Effort;
import io.github.dropblock.benchmarks.plan.Fork;
import io.github.dropblock.benchmarks.plan.Row;
import io.github.dropblock.benchmarks.plan.Work;
import io.github.dropblock.benchmarks.plan.Yardsticks;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

/** Visits the rows of a fork by turns. */
final class Rounds {
  /** Plain loops are compiled after a few calls. */
  private static final int SHARE_OF_PLAIN_LOOPS = 4;

  private final Fork fork;
  private final Effort effort;
  private final Map<Row, List<Round>> rounds = new LinkedHashMap<>();

  Rounds(Fork fork, Effort effort) {
    this.fork = fork;
    this.effort = effort;
    fork.rows().forEach(row -> rounds.put(row, new ArrayList<>()));
  }

  List<Measurement> measure() throws RunnerException {
    if (effort.warmups() > 0) {
      warmUp();
    }
    for (int round = 0; round < effort.rounds(); round++) {
      for (List<Row> chunk : fork.chunks()) {
        visit(chunk);
      }
    }
    return fork.rows().stream().map(row -> Measurement.of(row, rounds.get(row))).toList();
  }

  private void warmUp() throws RunnerException {
    for (List<Row> chunk : fork.chunks()) {
      warmUp(yardsticks(chunk), 1 + effort.warmups() / SHARE_OF_PLAIN_LOOPS);
      warmUp(chunk, effort.warmups());
    }
  }

  private void warmUp(List<Row> rows, int iterations) throws RunnerException {
    for (Row row : rows) {
      new JmhRow(row, iterations - 1, 1, effort.millis()).visit();
    }
  }

  private void visit(List<Row> chunk) throws RunnerException {
    Map<Work, Visit> yardsticks = new EnumMap<>(Work.class);
    for (Row yardstick : yardsticks(chunk)) {
      yardsticks.put(yardstick.work(), measured(yardstick));
    }
    Limit limit = Limit.of(yardsticks, chunk.get(0).work().isInPlace());
    for (Row row : chunk) {
      rounds.get(row).add(new Round(measured(row), limit));
    }
  }

  private List<Row> yardsticks(List<Row> chunk) {
    return Yardsticks.of(chunk.get(0), fork.jvm());
  }

  private Visit measured(Row row) throws RunnerException {
    int warmups = Math.min(1, effort.warmups());
    return new JmhRow(row, warmups, effort.iterations(), effort.millis()).visit();
  }
}
