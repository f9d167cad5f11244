package io.github.dropblock.accuracy.scene;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.dropblock.accuracy.trial.Recipe;
import io.github.dropblock.accuracy.trial.Training;
import io.github.dropblock.accuracy.trial.Training.Batch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A network that learns from scenes, whatever it answers.
 *
 * @param training the network and its training
 * @param recipe of the training
 * @param seed of the order of the scenes
 */
public record SceneTraining(Training training, Recipe recipe, long seed) implements AutoCloseable {
  private static final int INFERENCE_BATCH = 50;
  private static final int RENEWING_EPOCHS = 5;

  /**
   * Trains for one epoch, counted from 0, and returns the mean loss of its steps.
   *
   * @param scenes to learn from
   * @param epoch which
   * @param targets what the network is to answer to a batch
   */
  public double epoch(
      List<Scene> scenes, int epoch, BiFunction<NDManager, List<Scene>, NDArray> targets) {
    List<Function<NDManager, Batch>> batches = new ArrayList<>();
    for (List<Scene> part : batches(scenes, epoch)) {
      batches.add(
          manager -> new Batch(SceneBatches.pixels(manager, part), targets.apply(manager, part)));
    }
    return training.epoch(epoch, batches);
  }

  private List<List<Scene>> batches(List<Scene> scenes, int epoch) {
    return SceneBatches.shuffled(scenes, recipe.batchSize(), seed, epoch);
  }

  /** The scenes in batches for inference. */
  public static List<List<Scene>> forInference(List<Scene> scenes) {
    return SceneBatches.cut(scenes, INFERENCE_BATCH);
  }

  /**
   * Takes the statistics of batch norm anew, with all regularizers off: dropping changes variances,
   * and at inference nothing is dropped.
   */
  public void renewStatistics(List<Scene> scenes) {
    training.stopDropping();
    for (int i = 0; i < RENEWING_EPOCHS; i++) {
      for (List<Scene> batch : batches(scenes, recipe.epochs() + i)) {
        training.observe(manager -> SceneBatches.pixels(manager, batch));
      }
    }
  }

  @Override
  public void close() {
    training.close();
  }
}
