package io.github.dropblock.accuracy.segmentation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.github.dropblock.accuracy.network.SegmentationNet;
import io.github.dropblock.accuracy.scene.Scene;
import io.github.dropblock.accuracy.scene.SceneBatches;
import io.github.dropblock.accuracy.scene.SceneTraining;
import io.github.dropblock.accuracy.trial.Recipe;
import io.github.dropblock.accuracy.trial.Training;
import java.util.ArrayList;
import java.util.List;

/**
 * A network that labels pixels.
 *
 * @param training the network and its training
 */
record Segmenter(SceneTraining training) implements AutoCloseable {
  static Segmenter of(SegmentationTrial trial, Recipe recipe) {
    Training training =
        new Training(
            trial.trial(),
            recipe,
            sites -> SegmentationNet.build(sites, trial.mapSide(), Scene.LABELS),
            SegmentationNet.INPUT);
    return new Segmenter(new SceneTraining(training, recipe, trial.trial().seed()));
  }

  /** Trains for one epoch, counted from 0, and returns the mean loss of its steps. */
  double epoch(List<Scene> scenes, int epoch) {
    return training.epoch(scenes, epoch, SceneBatches::targets);
  }

  /** Judges the network at inference. */
  Evaluation evaluate(List<Scene> scenes) {
    Evaluation evaluation = new Evaluation();
    for (List<Scene> batch : SceneTraining.forInference(scenes)) {
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
    try (NDManager manager = training.training().manager().newSubManager()) {
      NDArray scores =
          training.training().evaluate(new NDList(SceneBatches.pixels(manager, scenes)));
      return scores.logSoftmax(1).toFloatArray();
    }
  }

  @Override
  public void close() {
    training.close();
  }
}
