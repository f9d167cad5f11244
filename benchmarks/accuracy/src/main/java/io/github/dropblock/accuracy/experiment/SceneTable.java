package io.github.dropblock.accuracy.experiment;

import io.github.dropblock.accuracy.experiment.DifferenceChart.Entry;
import io.github.dropblock.accuracy.scene.SceneTrial;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What trials have measured, beside the first of them.
 *
 * @param <T> the type of the trials
 * @param columns what is shown
 * @param lab tells the results
 * @param seeds of the results
 * @param trials by name; the first one is the reference
 */
record SceneTable<T extends SceneTrial<T>>(
    SceneColumns columns, SceneLab<T> lab, List<Long> seeds, Map<String, T> trials) {
  /** What the columns are. */
  String legend() {
    return columns.measure()
        + " in percent, mean and standard error over "
        + seeds.size()
        + " fresh seeds, on "
        + Table.count(lab.plan().recipe().testImages())
        + " test scenes; differences are paired by seed, with their 95% intervals."
        + " Validation: the mean over the "
        + lab.plan().tuningSeeds().size()
        + " seeds by which the setting was chosen."
        + columns.notes()
        + "\n\n";
  }

  /** A row for each trial. */
  Table results() {
    Table table = table(columns.results(), "regularizer", "chosen", "validation");
    trials.forEach((name, trial) -> table.row(result(name, trial)));
    return table;
  }

  private List<String> result(String name, T trial) {
    List<String> cells = new ArrayList<>();
    cells.add(name);
    cells.add(SceneMethods.setting(trial.trial()));
    cells.add(String.format(Locale.ROOT, "%.2f", lab.tuned(trial)));
    for (SceneColumn column : columns.results()) {
      cells.add(column.text(Sample.of(lab.values(trial, seeds, column))));
    }
    return cells;
  }

  /** An empty table of differences. */
  Table ofDifferences(String title) {
    return table(columns.differences(), title);
  }

  private static Table table(List<SceneColumn> columns, String... first) {
    return new Table(
        Stream.concat(Stream.of(first), columns.stream().map(SceneColumn::title))
            .toArray(String[]::new));
  }

  /** A row for each trial but the reference, of differences from it. */
  Table differences() {
    Table table = ofDifferences("difference");
    others().forEach(name -> table.row(difference(name, reference())));
    return table;
  }

  private String reference() {
    return trials.keySet().iterator().next();
  }

  private List<String> others() {
    return trials.keySet().stream().skip(1).toList();
  }

  /** The cells of a difference between two trials. */
  List<String> difference(String name, String reference) {
    List<String> cells = new ArrayList<>();
    cells.add(name + " - " + reference);
    for (SceneColumn column : columns.differences()) {
      cells.add(column.interval(paired(name, reference, column)));
    }
    return cells;
  }

  private Sample paired(String name, String reference, SceneColumn column) {
    return Sample.paired(
        lab.values(trials.get(name), seeds, column),
        lab.values(trials.get(reference), seeds, column));
  }

  /** The differences from the reference, for a chart. */
  List<Entry> entries() {
    SceneColumn column = columns.differences().get(0);
    return others().stream()
        .map(name -> new Entry(name, paired(name, reference(), column)))
        .toList();
  }

  /** All tables of a comparison whose declared differences are those. */
  String text(Table declared) {
    return legend()
        + results()
        + "\nThe three comparisons that were declared:\n\n"
        + declared
        + "\nEach regularizer beside none:\n\n"
        + differences();
  }
}
