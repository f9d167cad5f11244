package io.github.dropblock.accuracy.experiment;

import io.github.dropblock.accuracy.experiment.Charts.Line;
import io.github.dropblock.accuracy.experiment.Charts.Panel;
import io.github.dropblock.accuracy.experiment.DifferenceChart.Entry;
import io.github.dropblock.accuracy.job.UncertaintyJob;
import io.github.dropblock.accuracy.measure.Uncertainty;
import io.github.dropblock.accuracy.trial.Trial;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a network knows about its own errors, and about items it was never trained on. */
final class Uncertain implements Experiment {
  private static final int DIGITS = 3;

  /** How predictions are made; the declared ones are compared with the first. */
  private enum Way {
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
  }

  @Override
  public String title() {
    return "Calibration and uncertainty";
  }

  @Override
  public Report run(Lab lab, String name) throws IOException {
    List<Trial> trials = List.of(Way.NONE.trial, Way.DROPOUT.trial, Way.DROPBLOCK.trial);
    List<Long> seeds = lab.plan().items().robustSeeds();
    WideNetworks.train(lab, name, trials, seeds);
    lab.run(name + "-known", jobs(trials, seeds, false));
    lab.run(name + "-left-out", jobs(trials, lab.plan().items().leftOutSeeds(), true));
    return report(lab);
  }

  private static List<UncertaintyJob> jobs(
      List<Trial> trials, List<Long> seeds, boolean leavesOut) {
    return seeds.stream()
        .flatMap(seed -> trials.stream().map(t -> new UncertaintyJob(t.withSeed(seed), leavesOut)))
        .toList();
  }

  private static Report report(Lab lab) {
    return new Report(
        comparisons(lab) + "\n" + known(lab) + "\n" + leftOut(lab),
        List.of(
            new Report.Picture("", "accuracy by rejected share", rejections(lab)),
            new Report.Picture(
                "-calibration",
                "calibration error, difference to no regularizer",
                DifferenceChart.draw(
                    "Expected calibration error, difference to no regularizer",
                    "percentage points",
                    entries(lab, Uncertainty.CALIBRATION_ERROR, false))),
            new Report.Picture(
                "-left-out",
                "detection of unknown items, difference to no regularizer",
                DifferenceChart.draw(
                    "Unknown items told by entropy (AUROC), difference to no regularizer",
                    "percentage points",
                    entries(lab, Uncertainty.AUROC_ENTROPY, true)))));
  }

  private static String comparisons(Lab lab) {
    Table table = new Table("difference", "calibration error", "AUROC by entropy");
    for (Way other : List.of(Way.NONE, Way.MC_DROPOUT)) {
      table.row(
          Way.MC_DROPBLOCK.text + " - " + other.text,
          difference(lab, Uncertainty.CALIBRATION_ERROR, false, other).interval(),
          difference(lab, Uncertainty.AUROC_ENTROPY, true, other).interval());
    }
    return "The four declared comparisons, in percentage points, paired by seed, with their 95%"
        + " intervals. MC: Monte Carlo, the mean of "
        + UncertaintyJob.DRAWS
        + " draws.\n\n"
        + table;
  }

  private static Sample difference(Lab lab, Uncertainty measure, boolean leavesOut, Way other) {
    return Sample.paired(
        percent(lab, Way.MC_DROPBLOCK, measure, leavesOut),
        percent(lab, other, measure, leavesOut));
  }

  private static String known(Lab lab) {
    Table table =
        new Table(
            "prediction",
            "accuracy",
            "calibration error",
            "log loss",
            "10% rejected",
            "20%",
            "30%",
            "50%");
    for (Way way : Way.values()) {
      table.row(
          way.text,
          percentText(lab, way, Uncertainty.ACCURACY, false),
          percentText(lab, way, Uncertainty.CALIBRATION_ERROR, false),
          Sample.of(values(lab, way, Uncertainty.LOG_LOSS, false)).text(DIGITS),
          percentText(lab, way, Uncertainty.REJECTED_10, false),
          percentText(lab, way, Uncertainty.REJECTED_20, false),
          percentText(lab, way, Uncertainty.REJECTED_30, false),
          percentText(lab, way, Uncertainty.REJECTED_50, false));
    }
    return "All ten classes known: mean and standard error over "
        + lab.plan().items().robustSeeds().size()
        + " seeds, in percent but for the log loss. Rejected: accuracy on the images that are left"
        + " when those of the highest entropy are rejected.\n\n"
        + table;
  }

  private static String leftOut(Lab lab) {
    Table table =
        new Table("prediction", "accuracy", "AUROC by entropy", "AUROC by mutual information");
    for (Way way : Way.values()) {
      table.row(
          way.text,
          percentText(lab, way, Uncertainty.ACCURACY, true),
          percentText(lab, way, Uncertainty.AUROC_ENTROPY, true),
          way.monteCarlo ? percentText(lab, way, Uncertainty.AUROC_INFORMATION, true) : "");
    }
    return "Two classes never trained on, for each seed another pair: mean and standard error over "
        + lab.plan().items().leftOutSeeds().size()
        + " seeds, in percent. The accuracy is that of the eight known classes.\n\n"
        + table;
  }

  private static String percentText(Lab lab, Way way, Uncertainty measure, boolean leavesOut) {
    return Sample.of(percent(lab, way, measure, leavesOut)).text();
  }

  private static List<Entry> entries(Lab lab, Uncertainty measure, boolean leavesOut) {
    double[] reference = percent(lab, Way.NONE, measure, leavesOut);
    List<Entry> entries = new ArrayList<>();
    for (Way way : Way.values()) {
      if (way != Way.NONE) {
        entries.add(
            new Entry(way.text, Sample.paired(percent(lab, way, measure, leavesOut), reference)));
      }
    }
    return entries;
  }

  private static BufferedImage rejections(Lab lab) {
    List<Double> shares = Uncertainty.REJECTIONS.stream().map(Uncertainty::rejected).toList();
    List<Line> lines = new ArrayList<>();
    for (Way way : List.of(Way.NONE, Way.MC_DROPOUT, Way.MC_DROPBLOCK)) {
      lines.add(
          new Line(
              way.text,
              shares,
              Uncertainty.REJECTIONS.stream()
                  .map(measure -> Sample.of(percent(lab, way, measure, false)))
                  .toList()));
    }
    return Charts.draw(
        List.of(
            new Panel(
                "most uncertain images rejected",
                "rejected share",
                "accuracy on the others, %",
                lines.get(0).points().get(0).mean(),
                "none, all kept",
                lines)));
  }

  private static double[] percent(Lab lab, Way way, Uncertainty measure, boolean leavesOut) {
    double[] values = values(lab, way, measure, leavesOut);
    for (int i = 0; i < values.length; i++) {
      values[i] *= 100;
    }
    return values;
  }

  private static double[] values(Lab lab, Way way, Uncertainty measure, boolean leavesOut) {
    ItemPlan plan = lab.plan().items();
    return (leavesOut ? plan.leftOutSeeds() : plan.robustSeeds())
        .stream()
            .map(seed -> lab.rows(new UncertaintyJob(way.trial.withSeed(seed), leavesOut)))
            .mapToDouble(rows -> measure.in(row(rows, way)))
            .toArray();
  }

  private static List<String> row(List<List<String>> rows, Way way) {
    return rows.stream()
        .filter(row -> UncertaintyJob.isMonteCarlo(row) == way.monteCarlo)
        .findFirst()
        .orElseThrow();
  }
}
