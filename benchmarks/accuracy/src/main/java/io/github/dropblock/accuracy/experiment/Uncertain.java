package io.github.dropblock.accuracy.experiment;

import io.github.dropblock.accuracy.job.UncertaintyJob;
import io.github.dropblock.accuracy.measure.Uncertainty;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a network knows about its own errors, and about items it was never trained on. */
final class Uncertain implements Experiment {
  private static final int DIGITS = 3;

  @Override
  public String title() {
    return "Calibration and uncertainty";
  }

  @Override
  public Report run(Lab lab, String name) throws IOException {
    WideNetworks.train(lab, name, Way.trials(), Way.seeds(lab, false));
    lab.run(name + "-known", jobs(lab, false));
    lab.run(name + "-left-out", jobs(lab, true));
    return new Report(
        comparisons(lab) + "\n" + known(lab) + "\n" + leftOut(lab), UncertaintyCharts.draw(lab));
  }

  private static List<UncertaintyJob> jobs(Lab lab, boolean leavesOut) {
    return Lab.jobs(
        Way.trials(),
        Way.seeds(lab, leavesOut),
        (trial, seed) -> new UncertaintyJob(trial.withSeed(seed), leavesOut));
  }

  private static String comparisons(Lab lab) {
    Table table = new Table("difference", "calibration error", "AUROC by entropy");
    for (Way other : List.of(Way.NONE, Way.MC_DROPOUT)) {
      table.row(
          Way.MC_DROPBLOCK + " - " + other,
          Way.MC_DROPBLOCK.minus(other, lab, Uncertainty.CALIBRATION_ERROR, false).interval(),
          Way.MC_DROPBLOCK.minus(other, lab, Uncertainty.AUROC_ENTROPY, true).interval());
    }
    return "The four declared comparisons, in percentage points, paired by seed, with their 95%"
        + " intervals. MC: Monte Carlo, the mean of "
        + UncertaintyJob.DRAWS
        + " draws.\n\n"
        + table;
  }

  private static String known(Lab lab) {
    Table table =
        new Table(
            "prediction",
            "accuracy",
            "10% rejected",
            "20%",
            "30%",
            "50%",
            "calibration error",
            "log loss");
    for (Way way : Way.values()) {
      List<String> row = new ArrayList<>(List.of(way.toString()));
      Uncertainty.REJECTIONS.forEach(measure -> row.add(percent(lab, way, measure, false)));
      row.add(percent(lab, way, Uncertainty.CALIBRATION_ERROR, false));
      row.add(Sample.of(way.values(lab, Uncertainty.LOG_LOSS, false)).text(DIGITS));
      table.row(row);
    }
    return "All ten classes known: mean and standard error over "
        + Way.seeds(lab, false).size()
        + " seeds, in percent but for the log loss. Rejected: accuracy on the images that are left"
        + " when those of the highest entropy are rejected.\n\n"
        + table;
  }

  private static String leftOut(Lab lab) {
    Table table =
        new Table("prediction", "accuracy", "AUROC by entropy", "AUROC by mutual information");
    for (Way way : Way.values()) {
      table.row(
          way.toString(),
          percent(lab, way, Uncertainty.ACCURACY, true),
          percent(lab, way, Uncertainty.AUROC_ENTROPY, true),
          way.isMonteCarlo() ? percent(lab, way, Uncertainty.AUROC_INFORMATION, true) : "");
    }
    return "Two classes never trained on: mean and standard error over "
        + Way.seeds(lab, true).size()
        + " seeds, in percent. The accuracy is that of the eight known classes.\n\n"
        + table;
  }

  private static String percent(Lab lab, Way way, Uncertainty measure, boolean leavesOut) {
    return Sample.of(way.percent(lab, measure, leavesOut)).text();
  }
}
