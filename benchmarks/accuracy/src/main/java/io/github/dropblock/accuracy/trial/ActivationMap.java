package io.github.dropblock.accuracy.trial;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * How much each position of the last maps speaks for a class: the sum over channels of the
 * classifier's weight times the activation (Zhou et al., "Learning deep features for discriminative
 * localization", CVPR 2016).
 *
 * @param width columns
 * @param values row by row
 */
public record ActivationMap(int width, float[] values) {
  /** The maps of a batch. */
  static List<ActivationMap> of(NDArray features, float[] weights, int[] labels) {
    Shape shape = features.getShape();
    int channels = Math.toIntExact(shape.get(1));
    int width = Math.toIntExact(shape.get(3));
    int positions = Math.toIntExact(shape.get(2)) * width;
    float[] all = features.toFloatArray();
    List<ActivationMap> maps = new ArrayList<>();
    for (int n = 0; n < labels.length; n++) {
      float[] values = new float[positions];
      for (int c = 0; c < channels; c++) {
        float weight = weights[labels[n] * channels + c];
        for (int i = 0; i < positions; i++) {
          values[i] += weight * all[(n * channels + c) * positions + i];
        }
      }
      maps.add(new ActivationMap(width, values));
    }
    return maps;
  }

  /**
   * The share of the map over which the evidence is spread: exp(entropy) / positions of the
   * positive part, made to sum up to 1. It is 1 where all positions are alike, and 1 / positions
   * where one has all; 0 where none is positive.
   */
  public double effectiveArea() {
    double sum = 0;
    for (float value : values) {
      sum += Math.max(0, value);
    }
    if (sum == 0) {
      return 0;
    }
    double entropy = 0;
    for (float value : values) {
      if (value > 0) {
        entropy -= value / sum * Math.log(value / sum);
      }
    }
    return Math.exp(entropy) / values.length;
  }

  /** The share of positions with more than half of the largest value; 0 where none is positive. */
  public double areaAboveHalf() {
    float largest = 0;
    for (float value : values) {
      largest = Math.max(largest, value);
    }
    int above = 0;
    for (float value : values) {
      above += value > largest / 2 ? 1 : 0;
    }
    return largest > 0 ? (double) above / values.length : 0;
  }
}
