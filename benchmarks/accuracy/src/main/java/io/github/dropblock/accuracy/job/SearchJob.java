package io.github.dropblock.accuracy.job;

import io.github.dropblock.accuracy.trial.EpochRow;
import io.github.dropblock.accuracy.trial.Recipe;
import io.github.dropblock.accuracy.trial.Trial;
import io.github.dropblock.accuracy.trial.Trials;
import java.io.IOException;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Trains a network for as many epochs as a search gives it; the learning rate falls to 0 in them.
 *
 * @param trial which
 * @param epochs in place of the recipe's
 */
public record SearchJob(Trial trial, int epochs) implements Job {
  @Override
  public List<String> header() {
    return EpochRow.HEADER;
  }

  @Override
  public int cost(Recipe recipe) {
    return epochs;
  }

  @Override
  public List<List<String>> run(Bench bench, IntConsumer progress) throws IOException {
    Trials trials = bench.trials();
    Recipe recipe = trials.recipe().withEpochs(epochs);
    return EpochRow.last(
        new Trials(trials.data(), recipe, trials.folder()).run(trial, false, progress));
  }

  @Override
  public String choice() {
    return Integer.toString(epochs);
  }
}
