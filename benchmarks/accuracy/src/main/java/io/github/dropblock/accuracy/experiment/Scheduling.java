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

/** Whether keepProb should fall from 1 over the training, as the paper has it, or be fixed. */
final class Scheduling implements Experiment {
  private static final Place PLACE = Place.GROUPS_34_SKIP;

  @Override
  public String title() {
    return "Scheduled against fixed keepProb";
  }

  @Override
  public Report run(Lab lab, String name) throws IOException {
    List<Trial> trials = new ArrayList<>(List.of(Trial.none(0)));
    for (int blockSize : blockSizes(lab.plan())) {
      for (Schedule schedule : List.of(Schedule.FIXED, Schedule.LINEAR)) {
        trials.addAll(line(lab.plan(), blockSize, schedule));
      }
    }
    lab.run(name, Lab.jobs(trials, lab.plan().validationSeeds(), false));
    return report(lab);
  }

  private static List<Integer> blockSizes(Plan plan) {
    return plan.blockSizes().stream().filter(blockSize -> blockSize > 1).toList();
  }

  private static List<Trial> line(Plan plan, int blockSize, Schedule schedule) {
    return plan.keepProbs().stream()
        .map(p -> new Trial(Method.DROPBLOCK, p, blockSize, PLACE, schedule, 0))
        .toList();
  }

  private static Report report(Lab lab) {
    Plan plan = lab.plan();
    List<Long> seeds = plan.validationSeeds();
    Sample none = Sample.of(lab.validation(Trial.none(0), seeds));
    Table table = new Table("b", "keepProb", "fixed", "linear from 1", "linear - fixed [95%]");
    List<Panel> panels = new ArrayList<>();
    for (int blockSize : blockSizes(plan)) {
      List<Sample> fixed = new ArrayList<>();
      List<Sample> linear = new ArrayList<>();
      for (int i = 0; i < plan.keepProbs().size(); i++) {
        double[] before = lab.validation(line(plan, blockSize, Schedule.FIXED).get(i), seeds);
        double[] after = lab.validation(line(plan, blockSize, Schedule.LINEAR).get(i), seeds);
        fixed.add(Sample.of(before));
        linear.add(Sample.of(after));
        table.row(
            Integer.toString(blockSize),
            plan.keepProbs().get(i).toString(),
            Sample.of(before).text(),
            Sample.of(after).text(),
            Sample.paired(after, before).interval());
      }
      panels.add(
          new Panel(
              "b " + blockSize,
              "keepProb (at the end)",
              "validation accuracy, %",
              none.mean(),
              "none",
              List.of(
                  new Line("fixed", plan.keepProbs(), fixed),
                  new Line("linear from 1", plan.keepProbs(), linear))));
    }
    String text =
        "Accuracy in percent on validation images, mean and standard error over "
            + seeds.size()
            + " seeds; "
            + PLACE.label()
            + "; none: "
            + none.text()
            + ".\n\n"
            + table;
    return new Report(text, Charts.draw(panels));
  }
}
