package io.github.dropblock.accuracy.segmentation;

import io.github.dropblock.accuracy.scene.Occluder;
import io.github.dropblock.accuracy.scene.SceneMeasure;
import java.util.List;

/**
 * What is measured of a network after its last epoch: mIoU as a share, the loss as the mean cross
 * entropy of a pixel.
 */
public enum Measure implements SceneMeasure {
  /** Of the last epoch's steps, with the regularizer at work. */
  TRAIN_LOSS,
  /** On the training scenes, at inference. */
  TRAIN_MIOU,
  VALIDATION_LOSS,
  VALIDATION_MIOU,
  TEST_LOSS,
  TEST_MIOU,
  /** On test scenes with black squares over their items. */
  BLACK_MIOU,
  /** With squares of a photograph. */
  TEXTURE_MIOU,
  /** With gray squares. */
  GRAY_MIOU,
  /** On the test scenes, when the statistics of batch norm were taken anew without dropping. */
  RENEWED_LOSS,
  RENEWED_MIOU;

  /** The columns of a CSV file. */
  public static final List<String> HEADER = SceneMeasure.header(SegmentationTrial.HEADER, values());

  /** The mIoU on scenes with an occluder. */
  public static Measure of(Occluder occluder) {
    return switch (occluder) {
      case BLACK -> BLACK_MIOU;
      case TEXTURE -> TEXTURE_MIOU;
      case GRAY -> GRAY_MIOU;
    };
  }

  @Override
  public double in(List<String> row) {
    return Double.parseDouble(row.get(SegmentationTrial.HEADER.size() + ordinal()));
  }
}
