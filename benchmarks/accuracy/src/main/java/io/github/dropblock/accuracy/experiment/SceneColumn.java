package io.github.dropblock.accuracy.experiment;

import io.github.dropblock.accuracy.scene.SceneMeasure;
import java.util.List;

/**
 * A column of a table.
 *
 * @param title above it
 * @param percent whether it is in percent; otherwise it is a loss
 * @param measures whose mean it shows
 */
record SceneColumn(String title, boolean percent, List<SceneMeasure> measures) {
  private static final int DIGITS_OF_LOSS = 3;

  /** The mean of shares, in percent. */
  static SceneColumn percent(String title, SceneMeasure... measures) {
    return new SceneColumn(title, true, List.of(measures));
  }

  static SceneColumn loss(String title, SceneMeasure measure) {
    return new SceneColumn(title, false, List.of(measure));
  }

  /** Mean and standard error. */
  String text(Sample sample) {
    return percent ? sample.text() : sample.text(DIGITS_OF_LOSS);
  }

  /** Mean and confidence interval. */
  String interval(Sample sample) {
    return percent ? sample.interval() : sample.interval(DIGITS_OF_LOSS);
  }
}
