package io.github.dropblock.accuracy.detection;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.github.dropblock.accuracy.network.DetectionNet;
import io.github.dropblock.accuracy.scene.Scene;
import io.github.dropblock.accuracy.scene.SceneBatches;
import io.github.dropblock.accuracy.scene.SceneTraining;
import io.github.dropblock.accuracy.trial.Recipe;
import io.github.dropblock.accuracy.trial.Training;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A network that finds the items of scenes.
 *
 * @param training the network and its training
 */
record Detector(SceneTraining training) implements AutoCloseable {
  static Detector of(DetectionTrial trial, Recipe recipe) {
    Training training =
        new Training(
            trial.trial(),
            recipe,
            sites -> DetectionNet.build(sites, Anchors.AT_POSITION, Targets.CLASSES),
            DetectionNet.INPUT,
            new DetectionLoss());
    return new Detector(new SceneTraining(training, recipe, trial.trial().seed()));
  }

  /** Trains for one epoch, counted from 0, and returns the mean loss of its steps. */
  double epoch(List<Scene> scenes, int epoch) {
    return training.epoch(scenes, epoch, Targets::of);
  }

  /** Judges the network at inference. */
  DetectionScores evaluate(List<Scene> scenes) {
    AveragePrecision precision = new AveragePrecision(Targets.CLASSES);
    List<List<Scene>> batches = SceneTraining.forInference(scenes);
    double loss = 0;
    for (List<Scene> batch : batches) {
      try (NDManager manager = training.training().manager().newSubManager()) {
        NDArray answers = answers(manager, batch);
        NDList targets = new NDList(Targets.of(manager, batch));
        loss += new DetectionLoss().evaluate(targets, new NDList(answers)).getFloat();
        List<List<Detection>> found = detections(answers, batch.size());
        for (int i = 0; i < batch.size(); i++) {
          precision.add(batch.get(i).boxes(), found.get(i));
        }
      }
    }
    return new DetectionScores(loss / batches.size(), precision.mean(), precision.at(0.5));
  }

  /** What the network finds in each scene. */
  List<List<Detection>> detections(List<Scene> scenes) {
    try (NDManager manager = training.training().manager().newSubManager()) {
      return detections(answers(manager, scenes), scenes.size());
    }
  }

  private NDArray answers(NDManager manager, List<Scene> scenes) {
    return training.training().evaluate(new NDList(SceneBatches.pixels(manager, scenes)));
  }

  private static List<List<Detection>> detections(NDArray answers, int scenes) {
    float[] values = answers.toFloatArray();
    return IntStream.range(0, scenes).mapToObj(i -> Decoding.of(values, i)).toList();
  }

  @Override
  public void close() {
    training.close();
  }
}
