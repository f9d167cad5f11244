package io.github.dropblock.accuracy.job;

import io.github.dropblock.accuracy.trial.Regime;
import io.github.dropblock.accuracy.trial.Trial;
import io.github.dropblock.accuracy.trial.Trials;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * Trains a classifier of cells like one of the wide regime.
 *
 * @param trial which
 * @param dropPath whether paths are dropped too
 */
public record CellJob(Trial trial, boolean dropPath) implements Job {
  private static final String WITH_PATH = "path";

  @Override
  public List<String> header() {
    return Stream.concat(WideJob.HEADER.stream(), Stream.of("drop_path")).toList();
  }

  @Override
  public boolean owns(List<String> row) {
    String last = row.get(WideJob.HEADER.size());
    return Job.super.owns(row) && last.equals(Boolean.toString(dropPath));
  }

  @Override
  public List<List<String>> run(Bench bench, IntConsumer progress) throws IOException {
    Trials trials = bench.wideTrials().in(dropPath ? Regime.CELLS_DROP_PATH : Regime.CELLS);
    List<String> row = new ArrayList<>(WideJob.row(trials, trial, progress));
    row.add(Boolean.toString(dropPath));
    return List.of(row);
  }

  @Override
  public String choice() {
    return dropPath ? WITH_PATH : "";
  }

  /** A job from its choice. */
  static CellJob of(Trial trial, String choice) {
    return new CellJob(trial, choice.equals(WITH_PATH));
  }
}
