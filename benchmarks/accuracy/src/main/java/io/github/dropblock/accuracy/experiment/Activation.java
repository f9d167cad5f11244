package io.github.dropblock.accuracy.experiment;

import io.github.dropblock.accuracy.data.FashionMnist;
import io.github.dropblock.accuracy.data.Images;
import io.github.dropblock.accuracy.experiment.HeatMaps.Column;
import io.github.dropblock.accuracy.job.ActivationJob;
import io.github.dropblock.accuracy.trial.Trial;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Which parts of an image speak for its class, with and without DropBlock in training. */
final class Activation implements Experiment {
  private static final Trial NONE = Robustness.trained(0);
  private static final Trial DROPBLOCK = Robustness.trained(7);

  // Columns of the result, after the trial's.
  private static final int IMAGE = 6;
  private static final int EFFECTIVE_AREA = 7;
  private static final int ABOVE_HALF = 8;
  private static final int MAP = 9;

  private final Path data;

  Activation(Path data) {
    this.data = data;
  }

  @Override
  public String title() {
    return "Class activation maps";
  }

  @Override
  public Report run(Lab lab, String name) throws IOException {
    List<Long> seeds = lab.plan().testSeeds();
    List<Trial> trials = List.of(NONE, DROPBLOCK);
    lab.run(name, Lab.jobs(trials, seeds, true));
    lab.run(
        name + "-maps",
        Lab.jobs(trials, seeds, (trial, seed) -> new ActivationJob(trial.withSeed(seed))));
    return new Report(text(lab), HeatMaps.draw(columns(lab)));
  }

  private static String text(Lab lab) {
    Table table = new Table("share of the map", "none", "DropBlock", "difference [95%]");
    addRow(lab, table, "effective area, exp(entropy)", EFFECTIVE_AREA);
    addRow(lab, table, "above half of the largest", ABOVE_HALF);
    return "Percent of the 7x7 positions of the last group, mean over "
        + Table.count(lab.plan().recipe().testImages())
        + " test images, mean and standard error over "
        + lab.plan().testSeeds().size()
        + " seeds. DropBlock: keepProb "
        + DROPBLOCK.keepProb()
        + ", b "
        + DROPBLOCK.blockSize()
        + ", "
        + DROPBLOCK.place().label()
        + ".\n\n"
        + table;
  }

  private static void addRow(Lab lab, Table table, String name, int column) {
    double[] none = shares(lab, NONE, column);
    double[] dropBlock = shares(lab, DROPBLOCK, column);
    table.row(
        name,
        Sample.of(none).text(),
        Sample.of(dropBlock).text(),
        Sample.paired(dropBlock, none).interval());
  }

  private static double[] shares(Lab lab, Trial trial, int column) {
    return lab.plan().testSeeds().stream()
        .mapToDouble(seed -> 100 * Double.parseDouble(rows(lab, trial, seed).get(0).get(column)))
        .toArray();
  }

  private List<Column> columns(Lab lab) throws IOException {
    Images test = FashionMnist.read(data).test();
    long seed = lab.plan().testSeeds().get(0);
    List<List<String>> none = rows(lab, NONE, seed);
    List<List<String>> dropBlock = rows(lab, DROPBLOCK, seed);
    List<Column> columns = new ArrayList<>();
    for (int i = 1; i < none.size(); i++) {
      int index = Integer.parseInt(none.get(i).get(IMAGE));
      columns.add(new Column(test.select(index), map(none.get(i)), map(dropBlock.get(i))));
    }
    return columns;
  }

  private static double[] map(List<String> row) {
    return List.of(row.get(MAP).split(" ")).stream().mapToDouble(Double::parseDouble).toArray();
  }

  private static List<List<String>> rows(Lab lab, Trial trial, long seed) {
    return lab.rows(new ActivationJob(trial.withSeed(seed)));
  }
}
