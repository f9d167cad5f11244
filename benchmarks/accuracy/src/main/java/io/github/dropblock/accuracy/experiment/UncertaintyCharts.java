package io.github.dropblock.accuracy.experiment;

import io.github.dropblock.accuracy.experiment.Charts.Line;
import io.github.dropblock.accuracy.experiment.Charts.Panel;
import io.github.dropblock.accuracy.experiment.DifferenceChart.Entry;
import io.github.dropblock.accuracy.measure.Uncertainty;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The charts of {@link Uncertain}, one for each question. */
final class UncertaintyCharts {
  private UncertaintyCharts() {}

  static List<Report.Picture> draw(Lab lab) {
    return List.of(
        new Report.Picture("", "accuracy by rejected share", rejections(lab)),
        new Report.Picture(
            "-calibration",
            "calibration error, difference from no regularizer",
            differences(
                lab,
                "Expected calibration error, difference from no regularizer",
                Uncertainty.CALIBRATION_ERROR,
                false)),
        new Report.Picture(
            "-left-out",
            "detection of unknown items, difference from no regularizer",
            differences(
                lab,
                "Unknown items told by entropy (AUROC), difference from no regularizer",
                Uncertainty.AUROC_ENTROPY,
                true)));
  }

  private static BufferedImage differences(
      Lab lab, String title, Uncertainty measure, boolean leavesOut) {
    List<Entry> entries =
        Arrays.stream(Way.values())
            .filter(way -> way != Way.NONE)
            .map(way -> new Entry(way.toString(), way.minus(Way.NONE, lab, measure, leavesOut)))
            .toList();
    return DifferenceChart.draw(title, "percentage points", entries);
  }

  private static BufferedImage rejections(Lab lab) {
    List<Double> shares = Uncertainty.REJECTIONS.stream().map(Uncertainty::rejected).toList();
    List<Line> lines = new ArrayList<>();
    for (Way way : List.of(Way.NONE, Way.MC_DROPOUT, Way.MC_DROPBLOCK)) {
      List<Sample> points =
          Uncertainty.REJECTIONS.stream()
              .map(measure -> Sample.of(way.percent(lab, measure, false)))
              .toList();
      lines.add(new Line(way.toString(), shares, points));
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
}
