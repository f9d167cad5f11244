package io.github.dropblock.accuracy.experiment;

import io.github.dropblock.accuracy.segmentation.SegmentationTrial;
import java.io.IOException;
import java.util.Map;

/** Segmentation with maps of 24x24: whether blocks differ from whole channels there. */
final class LargeMaps implements Experiment {
  @Override
  public String title() {
    return "Segmentation: maps of 24x24";
  }

  @Override
  public Report run(Lab lab, String name) throws IOException {
    SceneLab<SegmentationTrial> scenes = SceneLab.ofSegmentation(lab);
    ScenePlan plan = scenes.plan();
    Map<String, SegmentationTrial> chosen =
        scenes.tune(
            name,
            SceneMethods.forLargeMaps(),
            trial ->
                new SegmentationTrial(
                    trial, plan.scenes(), plan.steps(), ScenePlan.LARGE_MAP_SIDE));
    scenes.test(name, chosen.values(), plan.fewTestSeeds());
    SceneTable<SegmentationTrial> table =
        new SceneTable<>(SceneColumns.SEGMENTATION, scenes, plan.fewTestSeeds(), chosen);
    Table declared = table.ofDifferences("declared");
    declared.row(table.difference(SceneMethods.SCHEDULED, SceneMethods.SPATIAL_DROPOUT));
    return new Report(
        table.legend() + table.results() + "\n" + declared + "\n" + table.differences(),
        DifferenceChart.draw(
            "Maps of 24x24: test mIoU, difference from none",
            "percentage points",
            table.entries()));
  }
}
