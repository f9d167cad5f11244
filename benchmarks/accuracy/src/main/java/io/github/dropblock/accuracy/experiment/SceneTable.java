package io.github.dropblock.accuracy.experiment;

import io.github.dropblock.accuracy.experiment.DifferenceChart.Entry;
import io.github.dropblock.accuracy.segmentation.Measure;
import io.github.dropblock.accuracy.segmentation.SegmentationTrial;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What trials have measured, beside the first of them.
 *
 * @param lab tells the results
 * @param seeds of the results
 * @param trials by name; the first one is the reference
 */
record SceneTable(SceneLab lab, List<Long> seeds, Map<String, SegmentationTrial> trials) {
  private static final Measure[] OCCLUDED = {
    Measure.BLACK_MIOU, Measure.TEXTURE_MIOU, Measure.GRAY_MIOU
  };

  /** What the columns of {@link #results} are. */
  String legend() {
    return "mIoU in percent, mean and standard error over "
        + seeds.size()
        + " fresh seeds, on "
        + lab.plan().recipe().testImages()
        + " test scenes; differences are paired by seed, with their 95% intervals."
        + " Validation: the mean over the "
        + lab.plan().tuningSeeds().size()
        + " seeds by which the setting was chosen."
        + " Occluded: three squares of 12x12 hide parts of the items, in black, in gray or as"
        + " pieces of a photograph; hidden pixels are not judged. Renewed: the statistics of batch"
        + " norm were taken anew without dropping.\n\n";
  }

  /** A row for each trial. */
  Table results() {
    Table table =
        new Table("regularizer", "chosen", "validation", "training", "test", "occluded", "loss");
    trials.forEach(
        (name, trial) ->
            table.row(
                name,
                SceneMethods.setting(trial.trial()),
                String.format(Locale.ROOT, "%.2f", lab.tuned(trial)),
                Sample.of(lab.percent(trial, seeds, Measure.TRAIN_MIOU)).text(),
                Sample.of(lab.percent(trial, seeds, Measure.TEST_MIOU)).text(),
                Sample.of(lab.percent(trial, seeds, OCCLUDED)).text(),
                Sample.of(lab.values(trial, seeds, Measure.TEST_LOSS)).text(3)));
    return table;
  }

  /** A row for each trial but the reference, of differences to it. */
  Table differences() {
    Table table = new Table("difference", "test mIoU", "occluded", "renewed", "test loss");
    String reference = reference();
    trials.keySet().stream()
        .filter(name -> !name.equals(reference))
        .forEach(name -> table.row(difference(name, reference)));
    return table;
  }

  private String reference() {
    return trials.keySet().iterator().next();
  }

  /** The cells of a difference between two trials. */
  List<String> difference(String name, String reference) {
    return List.of(
        name + " - " + reference,
        paired(name, reference, Measure.TEST_MIOU).interval(),
        paired(name, reference, OCCLUDED).interval(),
        paired(name, reference, Measure.RENEWED_MIOU).interval(),
        Sample.paired(
                lab.values(trials.get(name), seeds, Measure.TEST_LOSS),
                lab.values(trials.get(reference), seeds, Measure.TEST_LOSS))
            .interval(3));
  }

  private Sample paired(String name, String reference, Measure... measures) {
    return Sample.paired(
        lab.percent(trials.get(name), seeds, measures),
        lab.percent(trials.get(reference), seeds, measures));
  }

  /** The differences of test mIoU to the reference, for a chart. */
  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    String reference = reference();
    for (String name : trials.keySet()) {
      if (!name.equals(reference)) {
        entries.add(new Entry(name, paired(name, reference, Measure.TEST_MIOU)));
      }
    }
    return entries;
  }
}
