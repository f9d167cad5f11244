package io.github.dropblock.accuracy.experiment;

import io.github.dropblock.accuracy.experiment.DifferenceChart.Entry;
import io.github.dropblock.accuracy.trial.Method;
import io.github.dropblock.accuracy.trial.Place;
import io.github.dropblock.accuracy.trial.Schedule;
import io.github.dropblock.accuracy.trial.Trial;
import io.github.dropblock.tensor.Shape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether the exact gamma and the region without border bias matter for accuracy. */
final class Correction implements Experiment {
  private static final Shape LAST_MAPS = Shape.nchw(1, 1, 7, 7);
  private static final int BLOCK_SIZE = 3;
  private static final List<Double> KEEP_PROBS = List.of(0.9, 0.7);
  private static final List<Method> METHODS =
      List.of(
          Method.DROPBLOCK,
          Method.DROPBLOCK_EXACT,
          Method.DROPBLOCK_EXTENDED,
          Method.DROPBLOCK_EXACT_EXTENDED);

  @Override
  public String title() {
    return "The exact gamma and the extended region";
  }

  @Override
  public Report run(Lab lab, String name) throws IOException {
    List<Trial> trials = new ArrayList<>();
    for (double keepProb : KEEP_PROBS) {
      METHODS.forEach(method -> trials.add(trial(method, keepProb)));
    }
    lab.run(name, Lab.jobs(trials, lab.plan().testSeeds(), true));
    return report(lab);
  }

  private static Trial trial(Method method, double keepProb) {
    return new Trial(method, keepProb, BLOCK_SIZE, Place.GROUPS_34_SKIP, Schedule.FIXED, 0);
  }

  private static Report report(Lab lab) {
    List<Long> seeds = lab.plan().testSeeds();
    Table table =
        new Table("keepProb", "gamma", "region", "kept in group 4", "test", "difference [95%]");
    List<Entry> entries = new ArrayList<>();
    for (double keepProb : KEEP_PROBS) {
      double[] reference = lab.test(trial(Method.DROPBLOCK, keepProb), seeds);
      for (Method method : METHODS) {
        Trial trial = trial(method, keepProb);
        double[] test = lab.test(trial, seeds);
        Sample difference = Sample.paired(test, reference);
        table.row(
            Double.toString(keepProb),
            method.gammaRule().toString(),
            method.seedRegion().toString(),
            String.format(Locale.ROOT, "%.3f", trial.dropBlock().expectedKeptFraction(LAST_MAPS)),
            Sample.of(test).text(),
            method == Method.DROPBLOCK ? "" : difference.interval());
        if (method != Method.DROPBLOCK) {
          String variant = method.gammaRule() + " " + method.seedRegion();
          entries.add(new Entry(variant + ", keepProb " + keepProb, difference));
        }
      }
    }
    String text =
        "Test accuracy in percent, mean and standard error over "
            + seeds.size()
            + " seeds; b "
            + BLOCK_SIZE
            + ", "
            + Place.GROUPS_34_SKIP.label()
            + "; differences from PAPER and VALID at the same keepProb, paired by seed.\n\n"
            + table;
    return new Report(
        text,
        DifferenceChart.draw(
            "Test accuracy, difference from PAPER gamma and VALID region",
            "percentage points",
            entries));
  }
}
