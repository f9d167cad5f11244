package io.github.dropblock.accuracy.detection;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.github.dropblock.accuracy.network.DetectionNet;
import io.github.dropblock.accuracy.scene.Scene;
import io.github.dropblock.accuracy.scene.SceneBatches;
import io.github.dropblock.accuracy.trial.Recipe;
import io.github.dropblock.accuracy.trial.Training;
import io.github.dropblock.accuracy.trial.Training.Batch;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A network that finds the items of scenes.
 *
 * @param training the network and its training
 * @param recipe of the training
 * @param seed of the order of the scenes
 */
record Detector(Training training, Recipe recipe, long seed) implements AutoCloseable {
  private static final int INFERENCE_BATCH = 50;
  private static final int RENEWING_EPOCHS = 5;

  static Detector of(DetectionTrial trial, Recipe recipe) {
    Training training =
        new Training(
            trial.trial(),
            recipe,
            sites -> DetectionNet.build(sites, Anchors.AT_POSITION, Targets.CLASSES),
            DetectionNet.INPUT,
            new DetectionLoss());
    return new Detector(training, recipe, trial.trial().seed());
  }

  /** Trains for one epoch, counted from 0, and returns the mean loss of its steps. */
  double epoch(List<Scene> scenes, int epoch) {
    List<Function<NDManager, Batch>> batches = new ArrayList<>();
    for (List<Scene> part : batches(scenes, epoch)) {
      batches.add(manager -> batch(manager, part));
    }
    return training.epoch(epoch, batches);
  }

  private List<List<Scene>> batches(List<Scene> scenes, int epoch) {
    return SceneBatches.shuffled(scenes, recipe.batchSize(), seed, epoch);
  }

  private static Batch batch(NDManager manager, List<Scene> scenes) {
    return new Batch(SceneBatches.pixels(manager, scenes), Targets.of(manager, scenes));
  }

  /** Judges the network at inference. */
  DetectionScores evaluate(List<Scene> scenes) {
    AveragePrecision precision = new AveragePrecision(Targets.CLASSES);
    List<List<Scene>> batches = SceneBatches.cut(scenes, INFERENCE_BATCH);
    double loss = 0;
    for (List<Scene> scenesOfBatch : batches) {
      try (NDManager manager = training.manager().newSubManager()) {
        Batch batch = batch(manager, scenesOfBatch);
        NDArray answers = training.evaluate(new NDList(batch.pixels()));
        NDList targets = new NDList(batch.targets());
        loss += new DetectionLoss().evaluate(targets, new NDList(answers)).getFloat();
        float[] values = answers.toFloatArray();
        for (int i = 0; i < scenesOfBatch.size(); i++) {
          precision.add(scenesOfBatch.get(i).boxes(), Decoding.of(values, i));
        }
      }
    }
    return new DetectionScores(loss / batches.size(), precision.mean(), precision.at(0.5));
  }

  /** What the network finds in each scene. */
  List<List<Detection>> detections(List<Scene> scenes) {
    try (NDManager manager = training.manager().newSubManager()) {
      NDList pixels = new NDList(SceneBatches.pixels(manager, scenes));
      float[] values = training.evaluate(pixels).toFloatArray();
      List<List<Detection>> all = new ArrayList<>();
      for (int i = 0; i < scenes.size(); i++) {
        all.add(Decoding.of(values, i));
      }
      return all;
    }
  }

  /** Takes the statistics of batch norm anew, with all regularizers off. */
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
