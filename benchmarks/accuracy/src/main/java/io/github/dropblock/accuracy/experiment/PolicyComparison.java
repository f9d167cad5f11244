package io.github.dropblock.accuracy.experiment;

import io.github.dropblock.accuracy.experiment.DifferenceChart.Entry;
import io.github.dropblock.accuracy.job.PolicyJob;
import io.github.dropblock.accuracy.trial.Trial;
import java.io.IOException;
import java.util.List;

/** The row of AutoAugment in the paper's Table 1: a fixed policy, with and without DropBlock. */
final class PolicyComparison implements Experiment {
  private static final Trial NONE = Trial.none(0);
  private static final Trial DROPBLOCK = WideNetworks.DROPBLOCK;

  @Override
  public String title() {
    return "A policy of image operations";
  }

  @Override
  public Report run(Lab lab, String name) throws IOException {
    List<Trial> trials = List.of(NONE, DROPBLOCK);
    List<Long> seeds = lab.plan().wideSeeds();
    WideNetworks.train(lab, name, trials, seeds);
    lab.run(
        name + "-policy",
        Lab.jobs(trials, seeds, (trial, seed) -> new PolicyJob(trial.withSeed(seed))));
    return report(lab, seeds);
  }

  private static Report report(Lab lab, List<Long> seeds) {
    double[] none = WideNetworks.test(lab, NONE, seeds);
    double[] dropBlock = WideNetworks.test(lab, DROPBLOCK, seeds);
    double[] policy = policy(lab, NONE);
    double[] both = policy(lab, DROPBLOCK);
    Table accuracies = new Table("training", "test");
    accuracies.row("none", Sample.of(none).text());
    accuracies.row("scheduled DropBlock", Sample.of(dropBlock).text());
    accuracies.row("policy", Sample.of(policy).text());
    accuracies.row("policy + scheduled DropBlock", Sample.of(both).text());
    List<Entry> entries =
        List.of(
            new Entry("policy + DropBlock - policy", Sample.paired(both, policy)),
            new Entry("policy - none", Sample.paired(policy, none)),
            new Entry("DropBlock - none", Sample.paired(dropBlock, none)));
    Table differences = new Table("difference", "test [95%]");
    entries.forEach(entry -> differences.row(entry.name(), entry.difference().interval()));
    String text =
        "Test accuracy in percent after the last epoch, mean and standard error over "
            + seeds.size()
            + " seeds; differences are paired by seed. The first two are the declared"
            + " comparisons.\n\n"
            + accuracies
            + "\n"
            + differences;
    return new Report(
        text, DifferenceChart.draw("Test accuracy, differences", "percentage points", entries));
  }

  private static double[] policy(Lab lab, Trial trial) {
    return lab.test(lab.plan().wideSeeds(), seed -> new PolicyJob(trial.withSeed(seed)));
  }
}
