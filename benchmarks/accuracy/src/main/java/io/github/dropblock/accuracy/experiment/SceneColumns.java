package io.github.dropblock.accuracy.experiment;

import static io.github.dropblock.accuracy.experiment.SceneColumn.loss;
import static io.github.dropblock.accuracy.experiment.SceneColumn.percent;

import io.github.dropblock.accuracy.detection.DetectionMeasure;
import io.github.dropblock.accuracy.scene.SceneMeasure;
import io.github.dropblock.accuracy.segmentation.Measure;
import java.util.List;

/**
 * What tables of networks on scenes show.
 *
 * @param measure the name of what is measured first of all
 * @param notes what some columns are
 * @param results columns of results
 * @param differences columns of differences, that of the chart first
 */
record SceneColumns(
    String measure, String notes, List<SceneColumn> results, List<SceneColumn> differences) {
  private static final SceneMeasure[] OCCLUDED = {
    Measure.BLACK_MIOU, Measure.TEXTURE_MIOU, Measure.GRAY_MIOU
  };

  static final SceneColumns SEGMENTATION =
      new SceneColumns(
          "mIoU",
          " Occluded: three squares of 12x12 hide parts of the items, in black, in gray or as"
              + " pieces of a photograph; hidden pixels are ignored. Renewed: the statistics of"
              + " batch norm were computed again without dropping.",
          List.of(
              percent("training", Measure.TRAIN_MIOU),
              percent("test", Measure.TEST_MIOU),
              percent("occluded", OCCLUDED),
              loss("loss", Measure.TEST_LOSS)),
          List.of(
              percent("test mIoU", Measure.TEST_MIOU),
              percent("occluded", OCCLUDED),
              percent("renewed", Measure.RENEWED_MIOU),
              loss("test loss", Measure.TEST_LOSS)));

  static final SceneColumns DETECTION =
      new SceneColumns(
          "AP",
          " Renewed: AP after the statistics of batch norm were computed again without dropping.",
          List.of(
              percent("training", DetectionMeasure.TRAIN_AP),
              percent("test AP", DetectionMeasure.TEST_AP),
              percent("AP50", DetectionMeasure.TEST_AP50),
              loss("loss", DetectionMeasure.TEST_LOSS)),
          List.of(
              percent("test AP", DetectionMeasure.TEST_AP),
              percent("AP50", DetectionMeasure.TEST_AP50),
              percent("renewed AP", DetectionMeasure.RENEWED_AP),
              loss("test loss", DetectionMeasure.TEST_LOSS)));
}
