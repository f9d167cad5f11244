package io.github.dropblock.accuracy.job;

import io.github.dropblock.accuracy.trial.EpochRow;
import io.github.dropblock.accuracy.trial.Trial;
import io.github.dropblock.accuracy.trial.Trials;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * Trains a classifier of the wide regime, tests it after its last epoch, and tells its best
 * validation accuracy too, as the paper does.
 *
 * @param trial which
 */
public record WideJob(Trial trial) implements Job {
  static final List<String> HEADER =
      Stream.concat(EpochRow.HEADER.stream(), Stream.of("best_validation_accuracy")).toList();

  @Override
  public List<String> header() {
    return HEADER;
  }

  @Override
  public List<List<String>> run(Bench bench, IntConsumer progress) throws IOException {
    return List.of(row(bench.wideTrials(), trial, progress));
  }

  /** Trains, and returns the values of {@link #HEADER}. */
  static List<String> row(Trials trials, Trial trial, IntConsumer progress) throws IOException {
    List<EpochRow> rows = trials.test(trial, progress);
    double best = rows.stream().mapToDouble(EpochRow::validationAccuracy).max().orElseThrow();
    List<String> row = new ArrayList<>(rows.get(rows.size() - 1).fields());
    row.add(String.format(Locale.ROOT, "%.4f", best));
    return row;
  }

  /** The best validation accuracy of a row. */
  public static double best(List<String> row) {
    return Double.parseDouble(row.get(EpochRow.HEADER.size()));
  }
}
