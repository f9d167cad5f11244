package io.github.dropblock.accuracy.experiment;

import io.github.dropblock.accuracy.experiment.DifferenceChart.Entry;
import io.github.dropblock.accuracy.job.WideJob;
import io.github.dropblock.accuracy.trial.EpochRow;
import io.github.dropblock.accuracy.trial.Method;
import io.github.dropblock.accuracy.trial.Place;
import io.github.dropblock.accuracy.trial.Schedule;
import io.github.dropblock.accuracy.trial.Trial;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Classification with a wider network, larger maps and more steps; settings as declared. */
final class WideComparison implements Experiment {
  private static final String NONE = "none";
  private static final int HOLE = 12;

  @Override
  public String title() {
    return "Classification in a wider network";
  }

  /** The primary setting is the first after none. */
  static Map<String, Trial> trials() {
    Map<String, Trial> trials = new LinkedHashMap<>();
    trials.put(NONE, Trial.none(0));
    trials.put("scheduled DropBlock", Trial.scheduledDropBlock(0));
    trials.put("Cutout", new Trial(Method.CUTOUT, 1, HOLE, Place.INPUT, Schedule.FIXED, 0));
    return trials;
  }

  @Override
  public Report run(Lab lab, String name) throws IOException {
    List<Long> seeds = lab.plan().wideSeeds();
    WideNetworks.train(lab, name, trials().values(), seeds);
    return report(lab, seeds);
  }

  private static Report report(Lab lab, List<Long> seeds) {
    Table table =
        new Table(
            "regularizer",
            "training loss",
            "test",
            "difference from none",
            "best validation",
            "difference from none");
    List<Entry> entries = new ArrayList<>();
    double[] test = test(lab, Trial.none(0));
    double[] best = best(lab, Trial.none(0));
    trials()
        .forEach(
            (method, trial) -> {
              boolean none = method.equals(NONE);
              Sample difference = Sample.paired(test(lab, trial), test);
              table.row(
                  method,
                  Sample.of(values(lab, trial, row -> EpochRow.of(row).trainLoss())).text(3),
                  Sample.of(test(lab, trial)).text(),
                  none ? "" : difference.interval(),
                  Sample.of(best(lab, trial)).text(),
                  none ? "" : Sample.paired(best(lab, trial), best).interval());
              if (!none) {
                entries.add(new Entry(method, difference));
              }
            });
    String text =
        "Accuracy in percent, mean and standard error over "
            + seeds.size()
            + " seeds; differences are paired by seed, with their 95% intervals. Test: after the"
            + " last epoch. Best validation: the highest of all epochs, as in the paper.\n\n"
            + table;
    return new Report(
        text,
        DifferenceChart.draw(
            "Test accuracy, difference from no regularizer", "percentage points", entries));
  }

  private static double[] test(Lab lab, Trial trial) {
    return WideNetworks.test(lab, trial, lab.plan().wideSeeds());
  }

  private static double[] best(Lab lab, Trial trial) {
    return values(lab, trial, row -> 100 * WideJob.best(row));
  }

  private static double[] values(Lab lab, Trial trial, ToDoubleFunction<List<String>> value) {
    return lab.values(lab.plan().wideSeeds(), seed -> new WideJob(trial.withSeed(seed)), value);
  }
}
