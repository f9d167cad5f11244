package io.github.dropblock.accuracy.experiment;

import io.github.dropblock.accuracy.experiment.DifferenceChart.Entry;
import io.github.dropblock.accuracy.segmentation.Measure;
import io.github.dropblock.accuracy.segmentation.SegmentationTrial;
import io.github.dropblock.accuracy.trial.Trial;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What scheduled DropBlock gains, by the number of training scenes, at the same number of steps.
 */
final class SceneCounts implements Experiment {
  private static final SceneColumn MIOU =
      SceneColumn.percent("mIoU, difference", Measure.TEST_MIOU);
  private static final SceneColumn LOSS =
      SceneColumn.loss("test loss, difference", Measure.TEST_LOSS);

  @Override
  public String title() {
    return "Segmentation: the gain by the number of training scenes";
  }

  @Override
  public Report run(Lab lab, String name) throws IOException {
    SceneLab<SegmentationTrial> scenes = SceneLab.ofSegmentation(lab);
    Map<String, SegmentationTrial> chosen = Segmentation.chosen(scenes);
    Trial dropBlock = chosen.get(SceneMethods.SCHEDULED).trial();
    List<Long> seeds = scenes.plan().countSeeds();
    List<SegmentationTrial> trials = new ArrayList<>();
    for (int count : scenes.plan().sceneCounts()) {
      trials.add(trial(scenes, Trial.none(0), count));
      trials.add(trial(scenes, dropBlock, count));
    }
    scenes.test(name, trials, seeds);
    return report(scenes, dropBlock, seeds);
  }

  private static SegmentationTrial trial(
      SceneLab<SegmentationTrial> scenes, Trial trial, int count) {
    return new SegmentationTrial(trial, count, scenes.plan().longSteps(), ScenePlan.MAP_SIDE);
  }

  private static Report report(
      SceneLab<SegmentationTrial> scenes, Trial dropBlock, List<Long> seeds) {
    Table table = new Table("scenes", "none", "DropBlock", MIOU.title(), LOSS.title());
    List<Entry> entries = new ArrayList<>();
    for (int count : scenes.plan().sceneCounts()) {
      SegmentationTrial with = trial(scenes, dropBlock, count);
      SegmentationTrial without = trial(scenes, Trial.none(0), count);
      double[] reference = scenes.values(without, seeds, MIOU);
      double[] values = scenes.values(with, seeds, MIOU);
      Sample difference = Sample.paired(values, reference);
      Sample loss =
          Sample.paired(scenes.values(with, seeds, LOSS), scenes.values(without, seeds, LOSS));
      table.row(
          Table.count(count),
          Sample.of(reference).text(),
          Sample.of(values).text(),
          difference.interval(),
          LOSS.interval(loss));
      entries.add(new Entry(Table.count(count) + " scenes", difference));
    }
    String text =
        "Test mIoU in percent, mean and standard error over "
            + seeds.size()
            + " seeds, after "
            + Table.count(scenes.plan().longSteps())
            + " steps; differences from none, paired by seed, with their 95% intervals. DropBlock: "
            + SceneMethods.setting(dropBlock)
            + ", as chosen for "
            + scenes.plan().scenes()
            + " scenes.\n\n"
            + table;
    return new Report(
        text,
        DifferenceChart.draw(
            "Test mIoU, scheduled DropBlock - none", "percentage points", entries));
  }
}
