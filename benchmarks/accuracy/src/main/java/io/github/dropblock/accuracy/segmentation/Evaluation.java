package io.github.dropblock.accuracy.segmentation;

import io.github.dropblock.accuracy.scene.Scene;
import java.util.List;

/** Judges a network by the pixels of scenes that are not hidden. */
final class Evaluation {
  private final ConfusionMatrix matrix = new ConfusionMatrix(Scene.LABELS);
  private double lossSum;
  private long pixels;

  /**
   * Judges a few scenes more.
   *
   * @param scenes with the true labels
   * @param logProbabilities of the shape (scenes, labels, rows, columns)
   */
  void add(List<Scene> scenes, float[] logProbabilities) {
    int at = 0;
    for (Scene scene : scenes) {
      byte[] truth = scene.labels();
      for (int pixel = 0; pixel < truth.length; pixel++) {
        if (truth[pixel] != Scene.HIDDEN) {
          int likeliest = likeliest(logProbabilities, at + pixel, truth.length);
          matrix.add(truth[pixel], likeliest);
          lossSum -= logProbabilities[at + pixel + truth[pixel] * truth.length];
          pixels++;
        }
      }
      at += Scene.LABELS * truth.length;
    }
  }

  /** The label with the largest value, the first one of equals. */
  static int likeliest(float[] values, int at, int stride) {
    int likeliest = 0;
    for (int label = 1; label < Scene.LABELS; label++) {
      if (values[at + label * stride] > values[at + likeliest * stride]) {
        likeliest = label;
      }
    }
    return likeliest;
  }

  /** Mean intersection over union of the labels, from all pixels together. */
  double meanIou() {
    return matrix.meanIou();
  }

  /** Mean cross entropy of a pixel. */
  double loss() {
    return lossSum / pixels;
  }
}
