package io.github.dropblock.accuracy.experiment;

import io.github.dropblock.accuracy.experiment.DifferenceChart.Entry;
import io.github.dropblock.accuracy.job.CountJob;
import io.github.dropblock.accuracy.trial.Trial;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What scheduled DropBlock gains, by the number of training images, at the same steps. */
final class ImageCounts implements Experiment {
  private static final Trial NONE = Trial.none(0);

  @Override
  public String title() {
    return "The gain by the number of training images";
  }

  @Override
  public Report run(Lab lab, String name) throws IOException {
    List<CountJob> jobs = new ArrayList<>();
    for (long seed : lab.plan().items().countSeeds()) {
      for (int count : lab.plan().items().imageCounts()) {
        for (Trial trial : List.of(NONE, WideNetworks.DROPBLOCK)) {
          jobs.add(job(lab, trial.withSeed(seed), count));
        }
      }
    }
    lab.run(name, jobs);
    return report(lab);
  }

  private static CountJob job(Lab lab, Trial trial, int count) {
    return new CountJob(trial, count, lab.plan().items().countSteps());
  }

  private static Report report(Lab lab) {
    Table table = new Table("images", "none", "DropBlock", "DropBlock - none");
    List<Entry> entries = new ArrayList<>();
    for (int count : lab.plan().items().imageCounts()) {
      double[] none = test(lab, NONE, count);
      double[] dropBlock = test(lab, WideNetworks.DROPBLOCK, count);
      Sample gain = Sample.paired(dropBlock, none);
      table.row(
          Table.count(count), Sample.of(none).text(), Sample.of(dropBlock).text(), gain.interval());
      entries.add(new Entry(Table.count(count) + " images", gain));
    }
    String text =
        "Test accuracy in percent, mean and standard error over "
            + lab.plan().items().countSeeds().size()
            + " seeds, after "
            + Table.count(lab.plan().items().countSteps())
            + " steps; differences from none, paired by seed, with their 95% intervals.\n\n"
            + table;
    return new Report(
        text,
        DifferenceChart.draw(
            "Test accuracy, scheduled DropBlock - none", "percentage points", entries));
  }

  private static double[] test(Lab lab, Trial trial, int count) {
    return lab.test(lab.plan().items().countSeeds(), seed -> job(lab, trial.withSeed(seed), count));
  }
}
