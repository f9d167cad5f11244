package io.github.dropblock.accuracy.experiment;

import io.github.dropblock.accuracy.experiment.DifferenceChart.Entry;
import io.github.dropblock.accuracy.job.TrainJob;
import io.github.dropblock.accuracy.trial.Method;
import io.github.dropblock.accuracy.trial.Schedule;
import io.github.dropblock.accuracy.trial.Trial;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The paper's Table 1: each regularizer, tuned on validation images, once on the test images. */
final class Comparison implements Experiment {
  @Override
  public String title() {
    return "Regularizers compared";
  }

  @Override
  public Report run(Lab lab, String name) throws IOException {
    Map<String, List<Trial>> candidates = candidates(lab.plan());
    List<Trial> all = candidates.values().stream().flatMap(List::stream).toList();
    lab.run(name, Lab.jobs(all, lab.plan().tuningSeeds(), false));
    Map<String, Trial> chosen = Choice.of(candidates, trial -> tuned(lab, trial));
    List<Trial> finals = List.copyOf(chosen.values());
    List<TrainJob> jobs = Lab.jobs(finals, lab.plan().moreTestSeeds(), true);
    lab.run(name, jobs);
    return report(lab, chosen);
  }

  private static Map<String, List<Trial>> candidates(Plan plan) {
    Map<String, List<Trial>> candidates = new LinkedHashMap<>();
    candidates.put("none", List.of(Trial.none(0)));
    candidates.put("dropout", grid(plan, Method.DROPOUT));
    candidates.put("SpatialDropout", grid(plan, Method.SPATIAL_DROPOUT));
    candidates.put("DropPath", grid(plan, Method.DROP_PATH));
    candidates.put(
        "Cutout",
        plan.holeSizes().stream()
            .map(size -> trial(Method.CUTOUT, 1, size, Schedule.FIXED))
            .toList());
    candidates.put("label smoothing", grid(plan, Method.LABEL_SMOOTHING));
    candidates.put("DropBlock", grid(plan, Method.DROPBLOCK, Schedule.FIXED));
    candidates.put("scheduled DropBlock", grid(plan, Method.DROPBLOCK, Schedule.LINEAR));
    candidates.put(
        "scheduled + label smoothing",
        grid(plan, Method.DROPBLOCK_LABEL_SMOOTHING, Schedule.LINEAR));
    return candidates;
  }

  private static List<Trial> grid(Plan plan, Method method) {
    return plan.keepProbs().stream()
        .map(keepProb -> trial(method, keepProb, 0, Schedule.FIXED))
        .toList();
  }

  /** Blocks of one position are dropout on maps, and no candidate here. */
  private static List<Trial> grid(Plan plan, Method method, Schedule schedule) {
    List<Trial> trials = new ArrayList<>();
    for (int blockSize : plan.blockSizes()) {
      for (double keepProb : plan.keepProbs()) {
        if (blockSize > 1) {
          trials.add(trial(method, keepProb, blockSize, schedule));
        }
      }
    }
    return trials;
  }

  private static Trial trial(Method method, double keepProb, int size, Schedule schedule) {
    return new Trial(method, keepProb, size, method.usualPlace(), schedule, 0);
  }

  private static double tuned(Lab lab, Trial trial) {
    List<Long> seeds = lab.plan().tuningSeeds();
    return Arrays.stream(lab.validation(trial, seeds)).average().orElseThrow();
  }

  private static Report report(Lab lab, Map<String, Trial> chosen) {
    List<Long> seeds = lab.plan().moreTestSeeds();
    double[] reference = lab.test(chosen.get("none"), seeds);
    Table table =
        new Table("regularizer", "chosen", "validation", "test", "difference from none [95%]");
    List<Entry> entries = new ArrayList<>();
    chosen.forEach(
        (method, trial) -> {
          double[] test = lab.test(trial, seeds);
          Sample difference = Sample.paired(test, reference);
          boolean none = trial.method() == Method.NONE;
          table.row(
              method,
              strength(trial),
              String.format(Locale.ROOT, "%.2f", tuned(lab, trial)),
              Sample.of(test).text(),
              none ? "" : difference.interval());
          if (!none) {
            entries.add(new Entry(method.replace("label smoothing", "smoothing"), difference));
          }
        });
    String text =
        "Accuracy in percent. Validation: the mean over the "
            + lab.plan().tuningSeeds().size()
            + " seeds by which the strength was chosen. Test: mean and standard error over "
            + seeds.size()
            + " fresh seeds, each on "
            + Table.count(lab.plan().recipe().testImages())
            + " test images, once; differences are paired by seed.\n\n"
            + table;
    return new Report(
        text,
        DifferenceChart.draw(
            "Test accuracy, difference from no regularizer", "percentage points", entries));
  }

  private static String strength(Trial trial) {
    return switch (trial.method()) {
      case NONE -> "";
      case CUTOUT -> "hole " + trial.blockSize();
      case LABEL_SMOOTHING -> "smoothing " + Math.round(100 * (1 - trial.keepProb())) / 100.0;
      default ->
          "keepProb "
              + trial.keepProb()
              + (trial.method().isDropBlock() ? ", b " + trial.blockSize() : "");
    };
  }
}
