package io.github.dropblock.accuracy.experiment;

import io.github.dropblock.accuracy.detection.DetectionTrial;
import io.github.dropblock.accuracy.segmentation.SegmentationTrial;
import io.github.dropblock.accuracy.trial.Recipe;
import io.github.dropblock.accuracy.trial.Trial;
import java.util.List;

/**
 * How large the experiments on scenes are.
 *
 * @param recipe of all trials that label pixels
 * @param detectionRecipe of all trials that find items
 * @param tuningSeeds by which settings are chosen, on validation scenes
 * @param testSeeds of the trials that see the test scenes in the main comparison
 * @param fewTestSeeds of those in the others
 * @param countSeeds of those that compare numbers of scenes; in experiment 7 a difference of one
 *     seed had a standard deviation of 0.4, so that four find one of 1
 * @param candidates most settings to choose from, for a method
 * @param scenes of training
 * @param steps of training
 * @param sceneCounts numbers of training scenes to compare
 * @param longSteps steps of training where numbers of scenes are compared
 * @param detectionScenes of training of a detector
 * @param detectionSteps of training of a detector
 */
record ScenePlan(
    Recipe recipe,
    Recipe detectionRecipe,
    List<Long> tuningSeeds,
    List<Long> testSeeds,
    List<Long> fewTestSeeds,
    List<Long> countSeeds,
    int candidates,
    int scenes,
    int steps,
    List<Integer> sceneCounts,
    int longSteps,
    int detectionScenes,
    int detectionSteps) {
  /** Rows and columns of the maps in which regions are dropped. */
  static final int MAP_SIDE = 12;

  /** The same with larger maps. */
  static final int LARGE_MAP_SIDE = 24;

  private static final int FIRST_TEST_SEED = 101;

  static ScenePlan full() {
    return new ScenePlan(
        Recipe.SCENES,
        Recipe.DETECTION,
        Plan.seeds(1, 3),
        Plan.seeds(FIRST_TEST_SEED, 12),
        Plan.seeds(FIRST_TEST_SEED, 6),
        Plan.seeds(FIRST_TEST_SEED, 4),
        4,
        200,
        2000,
        List.of(100, 500, 2000),
        4000,
        500,
        3000);
  }

  /** So small that nothing can be concluded from it but that all works. */
  static ScenePlan quick() {
    return new ScenePlan(
        Recipe.QUICK_SCENES,
        Recipe.QUICK_SCENES,
        Plan.seeds(1, 1),
        Plan.seeds(FIRST_TEST_SEED, 2),
        Plan.seeds(FIRST_TEST_SEED, 2),
        Plan.seeds(FIRST_TEST_SEED, 2),
        1,
        40,
        60,
        List.of(20, 40),
        20,
        40,
        60);
  }

  /** A trial of the usual number of scenes, steps and size of maps. */
  SegmentationTrial usual(Trial trial) {
    return new SegmentationTrial(trial, scenes, steps, MAP_SIDE);
  }

  /** A trial of a detector. */
  DetectionTrial detector(Trial trial) {
    return new DetectionTrial(trial, detectionScenes, detectionSteps);
  }
}
