package io.github.dropblock.accuracy.search;

import io.github.dropblock.accuracy.job.SearchJob;
import io.github.dropblock.accuracy.job.SharedWorkers;
import io.github.dropblock.accuracy.trial.Csv;
import io.github.dropblock.accuracy.trial.EpochRow;
import io.github.dropblock.accuracy.trial.Method;
import io.github.dropblock.accuracy.trial.Place;
import io.github.dropblock.accuracy.trial.Schedule;
import io.github.dropblock.accuracy.trial.Trial;
import io.github.dropblock.search.Candidate;
import io.github.dropblock.search.Objective;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The miniature ResNet's validation accuracy, after as many epochs as the budget has.
 *
 * <p>It trains in worker processes: an executor of Spark has several tasks in one JVM, and DJL
 * records gradients for one thread at a time.
 *
 * @param workers do the training
 * @param results folder where workers leave results; a text, since paths cannot be serialized
 */
public record NetworkObjective(SharedWorkers workers, String results) implements Objective {
  private static final int POSITIVE_INT = Long.SIZE - Integer.SIZE + 1;

  @Override
  public double score(Candidate candidate, int budget, long seed) throws IOException {
    Trial trial =
        new Trial(
            Method.DROPBLOCK,
            candidate.keepProb(),
            candidate.blockSize(),
            Place.of(candidate.place()),
            Schedule.FIXED,
            seed >>> POSITIVE_INT); // the engine's seed is an int
    SearchJob job = new SearchJob(trial, budget);
    workers.run(job);
    List<List<String>> rows = Csv.read(Path.of(results, job.fileName()));
    return EpochRow.of(rows.get(1)).validationAccuracy();
  }
}
