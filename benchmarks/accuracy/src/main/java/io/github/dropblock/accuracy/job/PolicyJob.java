package io.github.dropblock.accuracy.job;

import io.github.dropblock.accuracy.trial.EpochRow;
import io.github.dropblock.accuracy.trial.Regime;
import io.github.dropblock.accuracy.trial.Trial;
import io.github.dropblock.accuracy.trial.Trials;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * Trains a classifier of the wide regime on images that a policy changes, and tests it after its
 * last epoch on images as they are.
 *
 * @param trial which
 */
public record PolicyJob(Trial trial) implements Job {
  private static final String POLICY = "policy";

  @Override
  public List<String> header() {
    return Stream.concat(EpochRow.HEADER.stream(), Stream.of("augmentation")).toList();
  }

  @Override
  public List<List<String>> run(Bench bench, IntConsumer progress) throws IOException {
    Trials trials = bench.wideTrials().in(Regime.WIDE_POLICY);
    List<String> row = new ArrayList<>(EpochRow.last(trials.test(trial, progress)).get(0));
    row.add(POLICY);
    return List.of(row);
  }
}
