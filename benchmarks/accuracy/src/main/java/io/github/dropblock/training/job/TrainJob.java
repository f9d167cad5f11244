package io.github.dropblock.training.job;

import io.github.dropblock.training.trial.EpochRow;
import io.github.dropblock.training.trial.Recipe;
import io.github.dropblock.training.trial.Trial;
import io.github.dropblock.training.trial.Trials;
import java.io.IOException;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Trains a network.
 *
 * @param trial which
 * @param test whether it may see the test images
 */
public record TrainJob(Trial trial, boolean test) implements Job {
  static final String TEST = "test";

  @Override
  public List<String> header() {
    return EpochRow.HEADER;
  }

  @Override
  public int rows(Recipe recipe) {
    return recipe.epochs();
  }

  @Override
  public int cost(Recipe recipe) {
    return recipe.epochs();
  }

  @Override
  public List<List<String>> run(Trials trials, IntConsumer progress) throws IOException {
    return trials.run(trial, test, progress).stream().map(EpochRow::fields).toList();
  }

  @Override
  public String choice() {
    return test ? TEST : "";
  }
}
