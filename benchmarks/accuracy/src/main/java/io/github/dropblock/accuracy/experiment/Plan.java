package io.github.dropblock.accuracy.experiment;

import io.github.dropblock.accuracy.trial.Recipe;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * How large the experiments are.
 *
 * @param recipe of all trials on single items
 * @param tuningSeeds by which experiment 1 tunes, on validation images
 * @param validationSeeds of results on validation images
 * @param testSeeds of the trials that see the test images; none of the others has these
 * @param moreTestSeeds more of them, for experiment 1
 * @param keepProbs the grid of probabilities
 * @param blockSizes the grid of block sizes
 * @param holeSizes the grid of Cutout
 * @param scenes how large those on scenes are
 * @param wideRecipe of the trials of the wide regime
 * @param wideSeeds of those; they see the test images, and settings are chosen by others
 * @param items how large those that look further at classifiers are
 */
record Plan(
    Recipe recipe,
    List<Long> tuningSeeds,
    List<Long> validationSeeds,
    List<Long> testSeeds,
    List<Long> moreTestSeeds,
    List<Double> keepProbs,
    List<Integer> blockSizes,
    List<Integer> holeSizes,
    ScenePlan scenes,
    Recipe wideRecipe,
    List<Long> wideSeeds,
    ItemPlan items) {
  private static final int FIRST_TEST_SEED = 101;

  static Plan full() {
    return new Plan(
        Recipe.FULL,
        seeds(1, 3),
        seeds(1, 5),
        seeds(FIRST_TEST_SEED, 5),
        seeds(FIRST_TEST_SEED, 8),
        List.of(0.95, 0.9, 0.8),
        List.of(1, 3, 7),
        List.of(6, 10, 14, 18),
        ScenePlan.full(),
        Recipe.WIDE,
        seeds(201, 8),
        ItemPlan.full());
  }

  /** So small that nothing can be concluded from it but that all works. */
  static Plan quick() {
    return new Plan(
        Recipe.QUICK,
        seeds(1, 1),
        seeds(1, 2),
        seeds(FIRST_TEST_SEED, 2),
        seeds(FIRST_TEST_SEED, 2),
        List.of(0.9),
        List.of(1, 7),
        List.of(10),
        ScenePlan.quick(),
        Recipe.QUICK_WIDE,
        seeds(201, 2),
        ItemPlan.quick());
  }

  static Plan of(boolean quick) {
    return quick ? quick() : full();
  }

  /** The recipes of all results, as text. */
  String recipes() {
    List<String> lines =
        Stream.of(recipe, scenes.recipe(), wideRecipe, scenes.detectionRecipe())
            .map(Recipe::toString)
            .toList();
    return String.join("\n", lines) + "\n";
  }

  static List<Long> seeds(int first, int count) {
    return LongStream.range(first, first + count).boxed().toList();
  }
}
