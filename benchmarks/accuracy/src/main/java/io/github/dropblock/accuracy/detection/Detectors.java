package io.github.dropblock.accuracy.detection;

import io.github.dropblock.accuracy.data.FashionMnist;
import io.github.dropblock.accuracy.scene.Box;
import io.github.dropblock.accuracy.scene.Photographs;
import io.github.dropblock.accuracy.scene.Scene;
import io.github.dropblock.accuracy.scene.SceneFiles;
import io.github.dropblock.accuracy.scene.SceneMeasure;
import io.github.dropblock.accuracy.scene.SceneSets;
import io.github.dropblock.accuracy.trial.Checkpoint;
import io.github.dropblock.accuracy.trial.Recipe;
import io.github.dropblock.accuracy.trial.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Trains detectors, each from its checkpoint if there is one.
 *
 * @param data where the items come from
 * @param recipe what the trials have in common; each has its own number of scenes and steps
 * @param folder of checkpoints and trained networks
 */
public record Detectors(FashionMnist data, Recipe recipe, Path folder) {
  /** A picture shows detections from this probability on. */
  private static final double SHOWN_SCORE = 0.3;

  /**
   * Trains a network to its end, keeps it and measures it.
   *
   * @param trial which
   * @param test whether it may see the test scenes, once, at its end
   * @param progress told how many percent of the training are done
   * @return the values of {@link DetectionMeasure#HEADER}, the test's empty if it may not see them
   * @throws IOException if a checkpoint cannot be read or written
   */
  public List<String> run(DetectionTrial trial, boolean test, IntConsumer progress)
      throws IOException {
    SceneSets sets = sets();
    List<Scene> scenes = sets.training(trial.trial().seed(), trial.scenes());
    Recipe own = trial.recipe(recipe);
    Checkpoint checkpoint = files().checkpoint(trial, recipe);
    try (Detector detector = Detector.of(trial, own)) {
      Training training = detector.training().training();
      double trainLoss =
          checkpoint.train(
              training, own.epochs(), epoch -> detector.epoch(scenes, epoch), progress);
      files().write(trial, training);
      Map<DetectionMeasure, Double> measured = new EnumMap<>(DetectionMeasure.class);
      measured.put(DetectionMeasure.TRAIN_LOSS, trainLoss);
      measured.put(DetectionMeasure.TRAIN_AP, detector.evaluate(scenes).ap());
      validate(detector, sets, measured);
      if (test) {
        test(detector, scenes, sets, measured);
      }
      checkpoint.delete();
      return SceneMeasure.row(trial, DetectionMeasure.values(), measured);
    }
  }

  private void validate(Detector detector, SceneSets sets, Map<DetectionMeasure, Double> measured) {
    DetectionScores scores = detector.evaluate(sets.validation(recipe.validationImages()));
    measured.put(DetectionMeasure.VALIDATION_LOSS, scores.loss());
    measured.put(DetectionMeasure.VALIDATION_AP, scores.ap());
    measured.put(DetectionMeasure.VALIDATION_AP50, scores.ap50());
  }

  private void test(
      Detector detector,
      List<Scene> training,
      SceneSets sets,
      Map<DetectionMeasure, Double> measured) {
    List<Scene> scenes = sets.test(recipe.testImages());
    DetectionScores scores = detector.evaluate(scenes);
    measured.put(DetectionMeasure.TEST_LOSS, scores.loss());
    measured.put(DetectionMeasure.TEST_AP, scores.ap());
    measured.put(DetectionMeasure.TEST_AP50, scores.ap50());
    detector.training().renewStatistics(training);
    measured.put(DetectionMeasure.RENEWED_AP, detector.evaluate(scenes).ap());
  }

  /**
   * What a trained network finds in the first test scenes.
   *
   * @param trial which network; it is trained if it was not yet
   * @param count how many scenes
   * @return the likely boxes of each scene, in whole pixels
   */
  public List<List<Box>> boxes(DetectionTrial trial, int count) throws IOException {
    if (!files().has(trial)) {
      run(trial, false, percent -> {});
    }
    try (Detector detector = Detector.of(trial, trial.recipe(recipe))) {
      files().read(trial, detector.training().training());
      return detector.detections(sets().test(count)).stream().map(Detectors::shown).toList();
    }
  }

  private static List<Box> shown(List<Detection> detections) {
    return detections.stream()
        .filter(detection -> detection.score() >= SHOWN_SCORE)
        .map(detection -> detection.rectangle().box(detection.label()))
        .toList();
  }

  private SceneSets sets() throws IOException {
    return new SceneSets(data, Photographs.read());
  }

  private SceneFiles files() {
    return new SceneFiles(folder);
  }
}
