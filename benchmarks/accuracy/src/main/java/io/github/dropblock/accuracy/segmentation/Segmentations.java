package io.github.dropblock.accuracy.segmentation;

import io.github.dropblock.accuracy.data.FashionMnist;
import io.github.dropblock.accuracy.scene.Occluder;
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
 * Trains networks on scenes, each from its checkpoint if there is one.
 *
 * @param data where the items come from
 * @param recipe what the trials have in common; each has its own number of scenes and epochs
 * @param folder of checkpoints and trained networks
 */
public record Segmentations(FashionMnist data, Recipe recipe, Path folder) {
  /**
   * Trains a network to its end, keeps it and measures it.
   *
   * @param trial which
   * @param test whether it may see the test scenes, once, at its end
   * @param progress told how many percent of the training are done
   * @return the values of {@link Measure#HEADER}, the test's empty if it may not see them
   * @throws IOException if a checkpoint cannot be read or written
   */
  public List<String> run(SegmentationTrial trial, boolean test, IntConsumer progress)
      throws IOException {
    SceneSets sets = sets();
    List<Scene> scenes = sets.training(trial.trial().seed(), trial.scenes());
    Recipe own = trial.recipe(recipe);
    Checkpoint checkpoint = files().checkpoint(trial, recipe);
    try (Segmenter segmenter = Segmenter.of(trial, own)) {
      Training training = segmenter.training().training();
      Map<Measure, Double> measured = new EnumMap<>(Measure.class);
      measured.put(
          Measure.TRAIN_LOSS,
          checkpoint.train(
              training, own.epochs(), epoch -> segmenter.epoch(scenes, epoch), progress));
      files().write(trial, training);
      measure(segmenter, scenes, sets.validation(recipe.validationImages()), measured);
      if (test) {
        test(segmenter, sets, measured);
        segmenter.training().renewStatistics(scenes);
        Evaluation renewed = segmenter.evaluate(sets.test(recipe.testImages()));
        measured.put(Measure.RENEWED_LOSS, renewed.loss());
        measured.put(Measure.RENEWED_MIOU, renewed.meanIou());
      }
      checkpoint.delete();
      return SceneMeasure.row(trial, Measure.values(), measured);
    }
  }

  private static void measure(
      Segmenter segmenter,
      List<Scene> training,
      List<Scene> validation,
      Map<Measure, Double> measured) {
    measured.put(Measure.TRAIN_MIOU, segmenter.evaluate(training).meanIou());
    Evaluation validated = segmenter.evaluate(validation);
    measured.put(Measure.VALIDATION_LOSS, validated.loss());
    measured.put(Measure.VALIDATION_MIOU, validated.meanIou());
  }

  private void test(Segmenter segmenter, SceneSets sets, Map<Measure, Double> measured) {
    List<Scene> scenes = sets.test(recipe.testImages());
    Evaluation tested = segmenter.evaluate(scenes);
    measured.put(Measure.TEST_LOSS, tested.loss());
    measured.put(Measure.TEST_MIOU, tested.meanIou());
    for (Occluder occluder : Occluder.values()) {
      List<Scene> occluded = sets.occluded(scenes, occluder);
      measured.put(Measure.of(occluder), segmenter.evaluate(occluded).meanIou());
    }
  }

  /**
   * What a trained network says of the first test scenes.
   *
   * @param trial which network; it is trained if it was not yet
   * @param count how many scenes
   * @return the labels of each scene's pixels
   */
  public List<byte[]> predictions(SegmentationTrial trial, int count) throws IOException {
    if (!files().has(trial)) {
      run(trial, false, percent -> {});
    }
    try (Segmenter segmenter = Segmenter.of(trial, trial.recipe(recipe))) {
      files().read(trial, segmenter.training().training());
      return segmenter.labels(sets().test(count));
    }
  }

  /** The scenes. */
  public SceneSets sets() throws IOException {
    return new SceneSets(data, Photographs.read());
  }

  private SceneFiles files() {
    return new SceneFiles(folder);
  }
}
