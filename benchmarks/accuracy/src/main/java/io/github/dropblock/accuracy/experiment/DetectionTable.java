package io.github.dropblock.accuracy.experiment;

import io.github.dropblock.accuracy.detection.DetectionMeasure;
import io.github.dropblock.accuracy.detection.DetectionTrial;
import io.github.dropblock.accuracy.experiment.DifferenceChart.Entry;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What detectors have measured, beside the first of them.
 *
 * @param lab tells the results
 * @param trials by name; the first one is the reference
 */
record DetectionTable(DetectionLab lab, Map<String, DetectionTrial> trials) {
  /** What the columns are. */
  String legend() {
    return "AP in percent, mean and standard error over "
        + lab.plan().testSeeds().size()
        + " fresh seeds, on "
        + lab.plan().recipe().testImages()
        + " test scenes; differences are paired by seed, with their 95% intervals. Validation: the"
        + " mean over the "
        + lab.plan().tuningSeeds().size()
        + " seeds by which the setting was chosen. Renewed: AP after the statistics of batch norm"
        + " were taken anew without dropping.\n\n";
  }

  /** A row for each trial. */
  Table results() {
    Table table =
        new Table("regularizer", "chosen", "validation", "training", "test AP", "AP50", "loss");
    trials.forEach(
        (name, trial) ->
            table.row(
                name,
                SceneMethods.setting(trial.trial()),
                String.format(Locale.ROOT, "%.2f", lab.tuned(trial)),
                Sample.of(lab.percent(trial, DetectionMeasure.TRAIN_AP)).text(),
                Sample.of(lab.percent(trial, DetectionMeasure.TEST_AP)).text(),
                Sample.of(lab.percent(trial, DetectionMeasure.TEST_AP50)).text(),
                Sample.of(lab.values(trial, DetectionMeasure.TEST_LOSS)).text(3)));
    return table;
  }

  /** An empty table of differences. */
  static Table ofDifferences(String title) {
    return new Table(title, "test AP", "AP50", "renewed AP", "test loss");
  }

  /** A row for each trial but the reference, of differences to it. */
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
    return List.of(
        name + " - " + reference,
        percent(name, reference, DetectionMeasure.TEST_AP).interval(),
        percent(name, reference, DetectionMeasure.TEST_AP50).interval(),
        percent(name, reference, DetectionMeasure.RENEWED_AP).interval(),
        Sample.paired(
                lab.values(trials.get(name), DetectionMeasure.TEST_LOSS),
                lab.values(trials.get(reference), DetectionMeasure.TEST_LOSS))
            .interval(3));
  }

  private Sample percent(String name, String reference, DetectionMeasure measure) {
    return Sample.paired(
        lab.percent(trials.get(name), measure), lab.percent(trials.get(reference), measure));
  }

  /** The differences of test AP to the reference, for a chart. */
  List<Entry> entries() {
    return others().stream()
        .map(name -> new Entry(name, percent(name, reference(), DetectionMeasure.TEST_AP)))
        .toList();
  }
}
