package io.github.dropblock.accuracy.detection;

import io.github.dropblock.accuracy.scene.SceneMeasure;
import java.util.List;

/**
 * What is measured of a detector after its last epoch: the loss of {@link DetectionLoss}, AP as the
 * mean over thresholds from 0.5 to 0.95, and AP50 at 0.5, both as shares.
 */
public enum DetectionMeasure implements SceneMeasure {
  /** Of the last epoch's steps, with the regularizer at work. */
  TRAIN_LOSS,
  /** On the training scenes, at inference. */
  TRAIN_AP,
  VALIDATION_LOSS,
  VALIDATION_AP,
  VALIDATION_AP50,
  TEST_LOSS,
  TEST_AP,
  TEST_AP50,
  /** On the test scenes, when the statistics of batch norm were taken anew without dropping. */
  RENEWED_AP;

  /** The columns of a CSV file. */
  public static final List<String> HEADER = SceneMeasure.header(DetectionTrial.HEADER, values());

  @Override
  public double in(List<String> row) {
    return Double.parseDouble(row.get(DetectionTrial.HEADER.size() + ordinal()));
  }
}
