package io.github.dropblock.benchmarks.run;

import io.github.dropblock.benchmarks.plan.Effort;
import io.github.dropblock.benchmarks.plan.Fork;
import io.github.dropblock.benchmarks.plan.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

/** Visits the rows of a fork by turns. */
final class Rounds {
  private final Fork fork;
  private final Effort effort;
  private final Map<Row, List<Round>> rounds = new LinkedHashMap<>();

  Rounds(Fork fork, Effort effort) {
    this.fork = fork;
    this.effort = effort;
    fork.rows().forEach(row -> rounds.put(row, new ArrayList<>()));
  }

  /**
   * Measures all rows.
   *
   * @param allocation whether to ask for the bytes that calls allocate, too
   */
  List<Measurement> measure(boolean allocation) throws RunnerException {
    warmUp();
    for (int round = 0; round < effort.rounds(); round++) {
      for (List<Row> chunk : fork.chunks()) {
        visit(chunk);
      }
    }
    List<Measurement> measurements = new ArrayList<>();
    for (Row row : fork.rows()) {
      Double bytes = allocation ? bytesPerCall(row) : null;
      measurements.add(new Measurement(row, rounds.get(row), bytes));
    }
    return measurements;
  }

  private void warmUp() throws RunnerException {
    for (List<Row> chunk : fork.chunks()) {
      for (Row row : chunk) {
        if (effort.warmups() > 0) {
          new JmhRow(row, effort.warmups() - 1, 1, effort.millis()).nanos();
        }
      }
    }
  }

  private void visit(List<Row> chunk) throws RunnerException {
    double copy = newRow(Row.copy(chunk.get(0).shape())).nanos();
    for (Row row : chunk) {
      rounds.get(row).add(new Round(newRow(row).nanos(), copy));
    }
  }

  private Double bytesPerCall(Row row) throws RunnerException {
    return new JmhRow(row, Math.min(1, effort.warmups()), 1, effort.allocationMillis())
        .bytesPerCall();
  }

  private JmhRow newRow(Row row) {
    int warmups = Math.min(1, effort.warmups());
    return new JmhRow(row, warmups, effort.iterations(), effort.millis());
  }
}
