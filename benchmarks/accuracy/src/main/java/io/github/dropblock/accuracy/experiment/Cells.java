package io.github.dropblock.accuracy.experiment;

import io.github.dropblock.accuracy.experiment.DifferenceChart.Entry;
import io.github.dropblock.accuracy.job.CellJob;
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

/** Cells with and without DropBlock, with and without DropPath; settings as declared. */
final class Cells implements Experiment {
  private static final String NONE = "none";
  private static final String DROP_PATH = "DropPath";
  private static final String DROPBLOCK = "DropBlock";
  private static final String BOTH = "DropBlock and DropPath";

  /** As wide as the maps of the last cells, as in the paper. */
  private static final int BLOCK_SIZE = 7;

  @Override
  public String title() {
    return "Cells";
  }

  /** The four jobs of a seed. */
  static Map<String, CellJob> jobs(long seed) {
    Trial none = Trial.none(seed);
    Trial blocks =
        new Trial(Method.DROPBLOCK_EXACT, 0.9, BLOCK_SIZE, Place.BACKBONE, Schedule.LINEAR, seed);
    Map<String, CellJob> jobs = new LinkedHashMap<>();
    jobs.put(NONE, new CellJob(none, false));
    jobs.put(DROP_PATH, new CellJob(none, true));
    jobs.put(DROPBLOCK, new CellJob(blocks, false));
    jobs.put(BOTH, new CellJob(blocks, true));
    return jobs;
  }

  @Override
  public Report run(Lab lab, String name) throws IOException {
    lab.run(
        name, Lab.jobs(jobs(0).keySet(), seeds(lab), (setting, seed) -> jobs(seed).get(setting)));
    return report(lab);
  }

  private static Report report(Lab lab) {
    Table results = new Table("regularizer", "training loss", "test", "best validation");
    for (String name : jobs(0).keySet()) {
      results.row(
          name,
          Sample.of(values(lab, name, row -> EpochRow.of(row).trainLoss())).text(3),
          Sample.of(test(lab, name)).text(),
          Sample.of(best(lab, name)).text());
    }
    Table differences = new Table("difference", "test", "best validation");
    List<Entry> entries = new ArrayList<>();
    for (List<String> pair :
        List.of(
            List.of(BOTH, DROP_PATH),
            List.of(DROPBLOCK, NONE),
            List.of(DROP_PATH, NONE),
            List.of(BOTH, NONE))) {
      String title = pair.get(0) + " - " + pair.get(1);
      Sample test = Sample.paired(test(lab, pair.get(0)), test(lab, pair.get(1)));
      Sample best = Sample.paired(best(lab, pair.get(0)), best(lab, pair.get(1)));
      differences.row(title, test.interval(), best.interval());
      entries.add(new Entry(title, test));
    }
    String text =
        "Accuracy in percent, mean and standard error over "
            + seeds(lab).size()
            + " seeds; differences are paired by seed, with their 95% intervals. Test: after the"
            + " last epoch. Best validation: the highest of all epochs, as in the paper. The first"
            + " two differences are the declared comparisons.\n\n"
            + results
            + "\n"
            + differences;
    return new Report(
        text, DifferenceChart.draw("Cells: test accuracy", "percentage points", entries));
  }

  private static List<Long> seeds(Lab lab) {
    return lab.plan().items().cellSeeds();
  }

  private static double[] test(Lab lab, String name) {
    return lab.test(seeds(lab), seed -> jobs(seed).get(name));
  }

  private static double[] best(Lab lab, String name) {
    return values(lab, name, row -> 100 * WideJob.best(row));
  }

  private static double[] values(Lab lab, String name, ToDoubleFunction<List<String>> value) {
    return lab.values(seeds(lab), seed -> jobs(seed).get(name), value);
  }
}
