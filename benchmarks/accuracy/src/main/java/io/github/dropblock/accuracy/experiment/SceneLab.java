package io.github.dropblock.accuracy.experiment;

import io.github.dropblock.accuracy.detection.DetectionMeasure;
import io.github.dropblock.accuracy.detection.DetectionTrial;
import io.github.dropblock.accuracy.job.DetectionJob;
import io.github.dropblock.accuracy.job.Job;
import io.github.dropblock.accuracy.job.SegmentationJob;
import io.github.dropblock.accuracy.scene.SceneMeasure;
import io.github.dropblock.accuracy.scene.SceneTrial;
import io.github.dropblock.accuracy.segmentation.Measure;
import io.github.dropblock.accuracy.segmentation.SegmentationTrial;
import io.github.dropblock.accuracy.trial.Trial;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Trains on scenes, chooses settings, and tells the results.
 *
 * @param <T> the type of the trials
 * @param lab does the jobs
 * @param jobs gives the job of a trial, which may see the test scenes or not
 * @param validation the share by which settings are chosen
 */
record SceneLab<T extends SceneTrial<T>>(
    Lab lab, BiFunction<T, Boolean, Job> jobs, SceneMeasure validation) {
  static SceneLab<SegmentationTrial> ofSegmentation(Lab lab) {
    return new SceneLab<>(lab, SegmentationJob::new, Measure.VALIDATION_MIOU);
  }

  static SceneLab<DetectionTrial> ofDetection(Lab lab) {
    return new SceneLab<>(lab, DetectionJob::new, DetectionMeasure.VALIDATION_AP);
  }

  ScenePlan plan() {
    return lab.plan().scenes();
  }

  /**
   * Chooses a setting for each method: the one with the highest value on the validation scenes, on
   * average over the tuning seeds; the first one of equals.
   *
   * @param name of the CSV file
   * @param methods the settings to choose from
   * @param sizes gives a setting its scenes, steps and maps
   */
  Map<String, T> tune(String name, Map<String, List<Trial>> methods, Function<Trial, T> sizes)
      throws IOException {
    Map<String, List<T>> candidates = new LinkedHashMap<>();
    methods.forEach(
        (method, trials) ->
            candidates.put(method, trials.stream().limit(plan().candidates()).map(sizes).toList()));
    List<T> all = candidates.values().stream().flatMap(List::stream).toList();
    lab.run(name, jobs(all, plan().tuningSeeds(), false));
    return Choice.of(candidates, this::tuned);
  }

  /** Percent on the validation scenes, the mean over the tuning seeds. */
  double tuned(T trial) {
    return Sample.of(values(trial, plan().tuningSeeds(), validation)).mean() * 100;
  }

  /** Trains and measures on the test scenes. */
  void test(String name, Collection<T> trials, List<Long> seeds) throws IOException {
    lab.run(name, jobs(trials, seeds, true));
  }

  private List<Job> jobs(Collection<T> trials, List<Long> seeds, boolean test) {
    return Lab.jobs(trials, seeds, (trial, seed) -> jobs.apply(trial.withSeed(seed), test));
  }

  /** A measure for each seed, as in the CSV file. */
  private double[] values(T trial, List<Long> seeds, SceneMeasure measure) {
    return lab.values(seeds, seed -> jobs.apply(trial.withSeed(seed), true), measure::in);
  }

  /** What a column shows of each seed. */
  double[] values(T trial, List<Long> seeds, SceneColumn column) {
    double[] sums = new double[seeds.size()];
    int factor = column.percent() ? 100 : 1;
    for (SceneMeasure measure : column.measures()) {
      double[] values = values(trial, seeds, measure);
      Arrays.setAll(sums, i -> sums[i] + factor * values[i] / column.measures().size());
    }
    return sums;
  }
}
