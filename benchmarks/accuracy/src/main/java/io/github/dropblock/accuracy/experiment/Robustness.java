package io.github.dropblock.accuracy.experiment;

import io.github.dropblock.accuracy.experiment.Charts.Line;
import io.github.dropblock.accuracy.experiment.Charts.Panel;
import io.github.dropblock.accuracy.job.InferenceJob;
import io.github.dropblock.accuracy.trial.Method;
import io.github.dropblock.accuracy.trial.Schedule;
import io.github.dropblock.accuracy.trial.Trial;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The paper's Figure 5: networks trained in three ways, while blocks are dropped at inference. */
final class Robustness implements Experiment {
  private static final double KEEP_PROB = 0.9;
  private static final List<Integer> DROPPED = List.of(1, 7);

  @Override
  public String title() {
    return "Blocks dropped at inference";
  }

  /** Trained with blocks of a size; without a regularizer for 0. */
  static Trial trained(int blockSize) {
    return blockSize == 0
        ? Trial.none(0)
        : new Trial(Method.DROPBLOCK, KEEP_PROB, blockSize, InferenceJob.PLACE, Schedule.FIXED, 0);
  }

  private static List<Trial> networks() {
    return List.of(trained(0), trained(1), trained(7));
  }

  private static String name(Trial network) {
    return network.method() == Method.NONE ? "none" : "b " + network.blockSize();
  }

  @Override
  public Report run(Lab lab, String name) throws IOException {
    List<Long> seeds = lab.plan().testSeeds();
    lab.run(name, Lab.jobs(networks(), seeds, true));
    List<InferenceJob> jobs = new ArrayList<>();
    for (Trial network : networks()) {
      for (int dropped : DROPPED) {
        seeds.forEach(seed -> jobs.add(new InferenceJob(network.withSeed(seed), dropped)));
      }
    }
    lab.run(name + "-inference", jobs);
    return report(lab);
  }

  private static Report report(Lab lab) {
    List<Double> keepProbs = InferenceJob.KEEP_PROBS;
    Table table =
        new Table("dropped at inference", "keepProb", "none", "b 1", "b 7", "b 7 - none [95%]");
    List<Panel> panels = new ArrayList<>();
    for (int dropped : DROPPED) {
      for (int i = 0; i < keepProbs.size(); i++) {
        List<String> row =
            new ArrayList<>(List.of("b " + dropped, Double.toString(keepProbs.get(i))));
        for (Trial network : networks()) {
          row.add(Sample.of(accuracies(lab, network, dropped, i)).text());
        }
        row.add(
            Sample.paired(
                    accuracies(lab, trained(7), dropped, i),
                    accuracies(lab, trained(0), dropped, i))
                .interval());
        table.row(row);
      }
      panels.add(panel(lab, dropped));
    }
    String text =
        "Test accuracy in percent, mean and standard error over "
            + lab.plan().testSeeds().size()
            + " seeds. The networks were trained with none, and with b 1 and b 7 at keepProb "
            + KEEP_PROB
            + "; blocks are dropped at the same places, "
            + InferenceJob.PLACE.label()
            + ".\n\n"
            + table;
    return new Report(text, Charts.draw(panels));
  }

  private static Panel panel(Lab lab, int dropped) {
    List<Double> keepProbs = InferenceJob.KEEP_PROBS;
    List<Line> lines = new ArrayList<>();
    for (Trial network : networks()) {
      List<Sample> points =
          IntStream.range(0, keepProbs.size())
              .mapToObj(i -> Sample.of(accuracies(lab, network, dropped, i)))
              .toList();
      lines.add(new Line(name(network), keepProbs, points));
    }
    return new Panel(
        "blocks of " + dropped + "x" + dropped + " dropped, by training",
        "keepProb at inference",
        "test accuracy, %",
        lines.get(0).points().get(0).mean(),
        "none, all kept",
        lines);
  }

  private static double[] accuracies(Lab lab, Trial network, int dropped, int index) {
    return lab.plan().testSeeds().stream()
        .mapToDouble(
            seed -> {
              InferenceJob job = new InferenceJob(network.withSeed(seed), dropped);
              List<String> row = lab.rows(job).get(index);
              return 100 * Double.parseDouble(row.get(row.size() - 1));
            })
        .toArray();
  }
}
