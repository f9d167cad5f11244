package io.github.dropblock.accuracy.experiment;

import io.github.dropblock.accuracy.segmentation.SegmentationTrial;
import io.github.dropblock.accuracy.trial.Place;
import io.github.dropblock.accuracy.trial.Trial;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Scheduled DropBlock in the backbone, in the head, and in both. */
final class SegmentationPlace implements Experiment {
  @Override
  public String title() {
    return "Segmentation: backbone or head";
  }

  @Override
  public Report run(Lab lab, String name) throws IOException {
    SceneLab<SegmentationTrial> scenes = SceneLab.ofSegmentation(lab);
    Map<String, SegmentationTrial> known = Segmentation.chosen(scenes);
    Map<String, List<Trial>> others = new LinkedHashMap<>();
    for (Place place : List.of(Place.HEAD, Place.BACKBONE_HEAD)) {
      others.put(place.label(), SceneMethods.scheduled(place));
    }
    Map<String, SegmentationTrial> trials = new LinkedHashMap<>();
    trials.put(SceneMethods.NONE, known.get(SceneMethods.NONE));
    trials.put(Place.BACKBONE.label(), known.get(SceneMethods.SCHEDULED));
    trials.putAll(scenes.tune(name, others, scenes.plan()::usual));
    List<Long> seeds = scenes.plan().fewTestSeeds();
    scenes.test(name, trials.values(), seeds);
    SceneTable<SegmentationTrial> table =
        new SceneTable<>(SceneColumns.SEGMENTATION, scenes, seeds, trials);
    return new Report(
        table.legend() + table.results() + "\n" + table.differences(),
        DifferenceChart.draw(
            "Scheduled DropBlock by place: test mIoU, difference from none",
            "percentage points",
            table.entries()));
  }
}
