package io.github.dropblock.accuracy.job;

import io.github.dropblock.accuracy.trial.EpochRow;
import io.github.dropblock.accuracy.trial.Recipe;
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
  public int rows() {
    return 1;
  }

  @Override
  public int cost(Recipe recipe) {
    return 100;
  }

  @Override
  public List<List<String>> run(Bench bench, IntConsumer progress) throws IOException {
    Trials wide = bench.wideTrials();
    Trials trials =
        new Trials(wide.data(), wide.recipe(), wide.folder().resolve(POLICY), Regime.WIDE_POLICY);
    int epochs = wide.recipe().epochs();
    List<EpochRow> rows = trials.run(trial, true, epoch -> progress.accept(100 * epoch / epochs));
    List<String> row = new ArrayList<>(EpochRow.last(rows).get(0));
    row.add(POLICY);
    return List.of(row);
  }

  @Override
  public String choice() {
    return "";
  }
}
