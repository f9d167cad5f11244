package io.github.dropblock.accuracy.experiment;

import io.github.dropblock.accuracy.job.SegmentationJob;
import io.github.dropblock.accuracy.segmentation.Measure;
import io.github.dropblock.accuracy.segmentation.SegmentationTrial;
import io.github.dropblock.accuracy.trial.Trial;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Trains on scenes, chooses settings, and tells the results.
 *
 * @param lab does the jobs
 */
record SceneLab(Lab lab) {
  ScenePlan plan() {
    return lab.plan().scenes();
  }

  /**
   * Chooses a setting for each method: the one with the highest validation mIoU, on average over
   * the tuning seeds; the first one of equals.
   *
   * @param name of the CSV file
   * @param methods the settings to choose from
   * @param sizes gives a setting its scenes, steps and maps
   */
  Map<String, SegmentationTrial> tune(
      String name, Map<String, List<Trial>> methods, Function<Trial, SegmentationTrial> sizes)
      throws IOException {
    Map<String, List<SegmentationTrial>> candidates = new LinkedHashMap<>();
    methods.forEach(
        (method, trials) ->
            candidates.put(method, trials.stream().limit(plan().candidates()).map(sizes).toList()));
    List<SegmentationTrial> all = candidates.values().stream().flatMap(List::stream).toList();
    lab.run(name, jobs(all, plan().tuningSeeds(), false));
    return Choice.of(candidates, this::tuned);
  }

  /** Percent of validation mIoU, the mean over the tuning seeds. */
  double tuned(SegmentationTrial trial) {
    return Sample.of(values(trial, plan().tuningSeeds(), Measure.VALIDATION_MIOU)).mean() * 100;
  }

  /** Trains and measures on the test scenes. */
  void test(String name, Collection<SegmentationTrial> trials, List<Long> seeds)
      throws IOException {
    lab.run(name, jobs(trials, seeds, true));
  }

  private static List<SegmentationJob> jobs(
      Collection<SegmentationTrial> trials, List<Long> seeds, boolean test) {
    return seeds.stream()
        .flatMap(seed -> trials.stream().map(t -> new SegmentationJob(t.withSeed(seed), test)))
        .toList();
  }

  /** A measure for each seed, as in the CSV file. */
  double[] values(SegmentationTrial trial, List<Long> seeds, Measure measure) {
    return seeds.stream()
        .mapToDouble(
            seed -> {
              SegmentationJob job = new SegmentationJob(trial.withSeed(seed), true);
              return measure.in(lab.rows(job).get(0));
            })
        .toArray();
  }

  /** The mean of measures for each seed, in percent. */
  double[] percent(SegmentationTrial trial, List<Long> seeds, Measure... measures) {
    double[] sums = new double[seeds.size()];
    for (Measure measure : measures) {
      double[] values = values(trial, seeds, measure);
      Arrays.setAll(sums, i -> sums[i] + 100 * values[i] / measures.length);
    }
    return sums;
  }
}
