package io.github.dropblock.accuracy.experiment;

import java.util.List;

/**
 * How large the experiments are that look further at classifiers of single items.
 *
 * @param robustSeeds of the networks that are occluded and asked for their uncertainty; the first
 *     ones of the wide regime
 * @param cellSeeds of the networks of cells
 * @param leftOutSeeds of the networks that two classes are kept from
 * @param countSeeds of the networks that are trained on different numbers of images
 * @param imageCounts how many
 * @param countSteps steps of each of those
 */
record ItemPlan(
    List<Long> robustSeeds,
    List<Long> cellSeeds,
    List<Long> leftOutSeeds,
    List<Long> countSeeds,
    List<Integer> imageCounts,
    int countSteps) {
  static ItemPlan full() {
    return new ItemPlan(
        Plan.seeds(201, 8),
        Plan.seeds(201, 6),
        Plan.seeds(301, 10),
        Plan.seeds(401, 4),
        List.of(250, 1000, 4000, 16_000),
        3200);
  }

  static ItemPlan quick() {
    return new ItemPlan(
        Plan.seeds(201, 2),
        Plan.seeds(201, 2),
        Plan.seeds(301, 2),
        Plan.seeds(401, 2),
        List.of(100, 500),
        60);
  }
}
