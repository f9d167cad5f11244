package io.github.dropblock.accuracy.experiment;

import io.github.dropblock.accuracy.job.UncertaintyJob;
import io.github.dropblock.accuracy.measure.Uncertainty;
import io.github.dropblock.accuracy.trial.Trial;
import java.util.Arrays;
import java.util.List;

/** A way to predict: with which network, and by one draw or as the mean of many (MC). */
enum Way {
  NONE("none", Trial.none(0), false),
  DROPOUT("dropout", WideNetworks.DROPOUT, false),
  MC_DROPOUT("MC dropout", WideNetworks.DROPOUT, true),
  DROPBLOCK("DropBlock", WideNetworks.DROPBLOCK, false),
  MC_DROPBLOCK("MC DropBlock", WideNetworks.DROPBLOCK, true);

  private final String text;
  private final Trial trial;
  private final boolean monteCarlo;

  Way(String text, Trial trial, boolean monteCarlo) {
    this.text = text;
    this.trial = trial;
    this.monteCarlo = monteCarlo;
  }

  /** The networks of all ways. */
  static List<Trial> trials() {
    return Arrays.stream(values()).map(way -> way.trial).distinct().toList();
  }

  boolean isMonteCarlo() {
    return monteCarlo;
  }

  /** A measure of the networks that know all classes, or of those that know eight. */
  double[] values(Lab lab, Uncertainty measure, boolean leavesOut) {
    return seeds(lab, leavesOut).stream()
        .map(seed -> lab.rows(new UncertaintyJob(trial.withSeed(seed), leavesOut)))
        .mapToDouble(rows -> measure.in(row(rows)))
        .toArray();
  }

  static List<Long> seeds(Lab lab, boolean leavesOut) {
    ItemPlan plan = lab.plan().items();
    return leavesOut ? plan.leftOutSeeds() : plan.robustSeeds();
  }

  private List<String> row(List<List<String>> rows) {
    return rows.stream()
        .filter(row -> UncertaintyJob.isMonteCarlo(row) == monteCarlo)
        .findFirst()
        .orElseThrow();
  }

  /** The same in percent. */
  double[] percent(Lab lab, Uncertainty measure, boolean leavesOut) {
    return Arrays.stream(values(lab, measure, leavesOut)).map(value -> 100 * value).toArray();
  }

  /** Percentage points more than another way, paired by seed. */
  Sample minus(Way other, Lab lab, Uncertainty measure, boolean leavesOut) {
    return Sample.paired(percent(lab, measure, leavesOut), other.percent(lab, measure, leavesOut));
  }

  @Override
  public String toString() {
    return text;
  }
}
