package io.github.dropblock.accuracy.segmentation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.github.dropblock.accuracy.network.SegmentationNet;
import io.github.dropblock.accuracy.scene.Scene;
import io.github.dropblock.accuracy.scene.SceneBatches;
import io.github.dropblock.accuracy.trial.Recipe;
import io.github.dropblock.accuracy.trial.Training;
import io.github.dropblock.accuracy.trial.Training.Batch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A network that labels pixels.
 *
 * @param training the network and its training
 * @param recipe of the training
 * @param seed of the order of the scenes
 */
record Segmenter(Training training, Recipe recipe, long seed) implements AutoCloseable {
  private static final int INFERENCE_BATCH = 50;
  private static final int RENEWING_EPOCHS = 5;

  static Segmenter of(SegmentationTrial trial, Recipe recipe) {
    Training training =
        new Training(
            trial.trial(),
            recipe,
            sites -> SegmentationNet.build(sites, trial.mapSide(), Scene.LABELS),
            SegmentationNet.INPUT);
    return new Segmenter(training, recipe, trial.trial().seed());
  }

  /** Trains for one epoch, counted from 0, and returns the mean loss of its steps. */
  double epoch(List<Scene> scenes, int epoch) {
    List<Function<NDManager, Batch>> batches = new ArrayList<>();
    for (List<Scene> part : batches(scenes, epoch)) {
      batches.add(
          manager ->
              new Batch(SceneBatches.pixels(manager, part), SceneBatches.targets(manager, part)));
    }
    return training.epoch(epoch, batches);
  }

  private List<List<Scene>> batches(List<Scene> scenes, int epoch) {
    return SceneBatches.shuffled(scenes, recipe.batchSize(), seed, epoch);
  }

  /** Judges the network at inference. */
  Evaluation evaluate(List<Scene> scenes) {
    Evaluation evaluation = new Evaluation();
    for (List<Scene> batch : SceneBatches.cut(scenes, INFERENCE_BATCH)) {
      evaluation.add(batch, logProbabilities(batch));
    }
    return evaluation;
  }

  /** The labels that the network gives to the pixels of each scene. */
  List<byte[]> labels(List<Scene> scenes) {
    List<byte[]> all = new ArrayList<>();
    for (Scene scene : scenes) {
      float[] values = logProbabilities(List.of(scene));
      byte[] labels = new byte[scene.labels().length];
      for (int pixel = 0; pixel < labels.length; pixel++) {
        labels[pixel] = (byte) Evaluation.likeliest(values, pixel, labels.length);
      }
      all.add(labels);
    }
    return all;
  }

  private float[] logProbabilities(List<Scene> scenes) {
    try (NDManager manager = training.manager().newSubManager()) {
      NDArray scores = training.evaluate(new NDList(SceneBatches.pixels(manager, scenes)));
      return scores.logSoftmax(1).toFloatArray();
    }
  }

  /**
   * Takes the statistics of batch norm anew, with all regularizers off: dropping changes variances,
   * and at inference nothing is dropped.
   */
  void renewStatistics(List<Scene> scenes) {
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
