package io.github.dropblock.accuracy.experiment;

import io.github.dropblock.accuracy.detection.DetectionMeasure;
import io.github.dropblock.accuracy.detection.DetectionTrial;
import io.github.dropblock.accuracy.job.DetectionJob;
import io.github.dropblock.accuracy.trial.Trial;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Trains detectors, chooses settings, and tells the results.
 *
 * @param lab does the jobs
 */
record DetectionLab(Lab lab) {
  ScenePlan plan() {
    return lab.plan().scenes();
  }

  private DetectionTrial usual(Trial trial) {
    return new DetectionTrial(trial, plan().detectionScenes(), plan().detectionSteps());
  }

  /**
   * Chooses a setting for each method: the one with the highest validation AP, on average over the
   * tuning seeds.
   *
   * @param name of the CSV file
   * @param methods the settings to choose from
   */
  Map<String, DetectionTrial> tune(String name, Map<String, List<Trial>> methods)
      throws IOException {
    Map<String, List<DetectionTrial>> candidates = new LinkedHashMap<>();
    methods.forEach(
        (method, trials) ->
            candidates.put(
                method, trials.stream().limit(plan().candidates()).map(this::usual).toList()));
    List<DetectionTrial> all = candidates.values().stream().flatMap(List::stream).toList();
    lab.run(name, jobs(all, plan().tuningSeeds(), false));
    return Choice.of(candidates, this::tuned);
  }

  /** Percent of validation AP, the mean over the tuning seeds. */
  double tuned(DetectionTrial trial) {
    double[] values = values(trial, plan().tuningSeeds(), DetectionMeasure.VALIDATION_AP);
    return 100 * Arrays.stream(values).average().orElseThrow();
  }

  /** Trains by the test seeds, and measures on the test scenes. */
  void test(String name, Collection<DetectionTrial> trials) throws IOException {
    lab.run(name, jobs(trials, plan().testSeeds(), true));
  }

  private static List<DetectionJob> jobs(
      Collection<DetectionTrial> trials, List<Long> seeds, boolean test) {
    return seeds.stream()
        .flatMap(seed -> trials.stream().map(t -> new DetectionJob(t.withSeed(seed), test)))
        .toList();
  }

  /** A measure for each test seed, as in the CSV file. */
  double[] values(DetectionTrial trial, DetectionMeasure measure) {
    return values(trial, plan().testSeeds(), measure);
  }

  private double[] values(DetectionTrial trial, List<Long> seeds, DetectionMeasure measure) {
    return seeds.stream()
        .mapToDouble(
            seed -> measure.in(lab.rows(new DetectionJob(trial.withSeed(seed), true)).get(0)))
        .toArray();
  }

  /** The same in percent. */
  double[] percent(DetectionTrial trial, DetectionMeasure measure) {
    return Arrays.stream(values(trial, measure)).map(value -> 100 * value).toArray();
  }
}
