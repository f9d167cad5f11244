package io.github.dropblock.accuracy.job;

import io.github.dropblock.accuracy.trial.Method;
import io.github.dropblock.accuracy.trial.Place;
import io.github.dropblock.accuracy.trial.Recipe;
import io.github.dropblock.accuracy.trial.Schedule;
import io.github.dropblock.accuracy.trial.TrainedNetwork;
import io.github.dropblock.accuracy.trial.Trial;
import io.github.dropblock.accuracy.trial.Trials;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;

/**
 * Measures a trained network while blocks are dropped at inference.
 *
 * @param trial which network
 * @param blockSize side of the blocks dropped at inference
 */
public record InferenceJob(Trial trial, int blockSize) implements Job {
  /** The probabilities to keep at inference. */
  public static final List<Double> KEEP_PROBS = List.of(1.0, 0.95, 0.9, 0.8, 0.7, 0.6, 0.5);

  /** Where blocks are dropped at inference, whatever the network was trained with. */
  public static final Place PLACE = Place.GROUPS_34_SKIP;

  @Override
  public List<String> header() {
    return Trial.header("inference_block_size", "inference_keep_prob", "test_accuracy");
  }

  @Override
  public int rows() {
    return KEEP_PROBS.size();
  }

  @Override
  public boolean owns(List<String> row) {
    return Job.super.owns(row) && row.get(trial.fields().size()).equals(choice());
  }

  @Override
  public int cost(Recipe recipe) {
    return KEEP_PROBS.size();
  }

  @Override
  public List<List<String>> run(Bench bench, IntConsumer progress) throws IOException {
    Trials trials = bench.trials();
    TrainedNetwork network = trials.network(trial);
    List<List<String>> rows = new ArrayList<>();
    for (double keepProb : KEEP_PROBS) {
      Trial dropped =
          new Trial(Method.DROPBLOCK, keepProb, blockSize, PLACE, Schedule.FIXED, trial.seed());
      double accuracy = network.accuracy(dropped, trials.testImages());
      List<String> row = new ArrayList<>(trial.fields());
      row.add(Integer.toString(blockSize));
      row.add(Double.toString(keepProb));
      row.add(String.format(Locale.ROOT, "%.4f", accuracy));
      rows.add(row);
      progress.accept(rows.size());
    }
    return rows;
  }

  @Override
  public String choice() {
    return Integer.toString(blockSize);
  }
}
