package io.github.dropblock.accuracy.job;

import io.github.dropblock.accuracy.trial.EpochRow;
import io.github.dropblock.accuracy.trial.Recipe;
import io.github.dropblock.accuracy.trial.Trial;
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
  public int cost(Recipe recipe) {
    return recipe.epochs();
  }

  @Override
  public List<List<String>> run(Bench bench, IntConsumer progress) throws IOException {
    return EpochRow.last(bench.trials().run(trial, test, progress));
  }

  @Override
  public String choice() {
    return test ? TEST : "";
  }
}
