package io.github.dropblock.accuracy.experiment;

import io.github.dropblock.accuracy.experiment.Charts.Line;
import io.github.dropblock.accuracy.experiment.Charts.Panel;
import io.github.dropblock.accuracy.trial.Method;
import io.github.dropblock.accuracy.trial.Place;
import io.github.dropblock.accuracy.trial.Schedule;
import io.github.dropblock.accuracy.trial.Trial;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The paper's Figures 3 and 4: keepProb, block size, and where blocks are dropped. */
final class Grid implements Experiment {
  private static final List<Place> PLACES =
      List.of(Place.GROUP_4, Place.GROUP_4_SKIP, Place.GROUPS_34, Place.GROUPS_34_SKIP);

  @Override
  public String title() {
    return "keepProb, block size and place";
  }

  @Override
  public Report run(Lab lab, String name) throws IOException {
    Plan plan = lab.plan();
    List<Trial> trials = new ArrayList<>(List.of(Trial.none(0)));
    for (Place place : PLACES) {
      for (int blockSize : plan.blockSizes()) {
        trials.addAll(line(plan, place, blockSize));
      }
    }
    lab.run(name, Lab.jobs(trials, plan.validationSeeds(), false));
    return report(lab);
  }

  private static List<Trial> line(Plan plan, Place place, int blockSize) {
    return plan.keepProbs().stream()
        .map(p -> new Trial(Method.DROPBLOCK, p, blockSize, place, Schedule.FIXED, 0))
        .toList();
  }

  private static Report report(Lab lab) {
    Plan plan = lab.plan();
    List<Long> seeds = plan.validationSeeds();
    double[] reference = lab.validation(Trial.none(0), seeds);
    Table table = new Table("place", "b", "keepProb", "validation", "difference from none [95%]");
    table.row("none", "", "", Sample.of(reference).text(), "");
    List<Panel> panels = new ArrayList<>();
    for (Place place : PLACES) {
      List<Line> lines = new ArrayList<>();
      for (int blockSize : plan.blockSizes()) {
        List<Sample> points = new ArrayList<>();
        for (Trial trial : line(plan, place, blockSize)) {
          double[] values = lab.validation(trial, seeds);
          points.add(Sample.of(values));
          table.row(
              place.label(),
              Integer.toString(blockSize),
              Double.toString(trial.keepProb()),
              Sample.of(values).text(),
              Sample.paired(values, reference).interval());
        }
        lines.add(new Line("b " + blockSize, plan.keepProbs(), points));
      }
      panels.add(
          new Panel(
              place.label(),
              "keepProb",
              "validation accuracy, %",
              Sample.of(reference).mean(),
              "none",
              lines));
    }
    String text =
        "Accuracy in percent on validation images, mean and standard error over "
            + seeds.size()
            + " seeds; fixed keepProb; differences are paired by seed.\n\n"
            + table;
    return new Report(text, Charts.draw(panels));
  }
}
