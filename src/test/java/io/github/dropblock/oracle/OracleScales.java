package io.github.dropblock.oracle;

import io.github.dropblock.Regularizer;
import io.github.dropblock.tensor.Shape;
import java.util.Arrays;

/** What kept elements are multiplied by: each normalization taken literally. */
record OracleScales(Regularizer regularizer, Shape shape) {
  float[] of(boolean... kept) {
    float[] scales = new float[kept.length];
    int run = runOfOneScale();
    for (int from = 0; from < kept.length; from += run) {
      Arrays.fill(scales, from, from + run, scale(kept, from, run));
    }
    return scales;
  }

  private int runOfOneScale() {
    return switch (regularizer.normalization()) {
      case SAMPLE -> shape.c() * shape.planeSize();
      case PLANE -> shape.planeSize();
      default -> shape.size();
    };
  }

  private float scale(boolean[] kept, int from, int length) {
    return switch (regularizer.normalization()) {
      case TENSOR, SAMPLE, PLANE -> ratio(length, keptCount(kept, from, length));
      case EXPECTED -> ratio(1, regularizer.expectedKeptFraction(shape));
      case NONE -> 1;
    };
  }

  private static float ratio(double size, double kept) {
    return kept == 0 ? 0 : (float) Math.min(size / kept, Float.MAX_VALUE);
  }

  private static int keptCount(boolean[] kept, int from, int length) {
    int count = 0;
    for (int i = from; i < from + length; i++) {
      count += kept[i] ? 1 : 0;
    }
    return count;
  }
}
