package io.github.dropblock.internal.statistics;

import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;

/** Accumulator of the entropies of class distributions. C is the axis of classes. */
public final class ClassEntropy {
  /** Largest distance of a distribution's sum from 1, as many rounded floats may have. */
  private static final double TOLERANCE = 1e-3;

  private final Shape shape;

  /** Sum over all outputs, for each position of each sample. */
  private final double[] sums;

  /** Creates an empty accumulator. */
  public ClassEntropy(Shape shape) {
    this.shape = shape;
    this.sums = new double[shape.n() * shape.planeSize()];
  }

  /** Adds an output. Throws if it is not a distribution at each position. */
  public void add(Tensor output) {
    double[] probabilities = new double[shape.size()];
    for (int i = 0; i < probabilities.length; i++) {
      probabilities[i] = output.data()[output.offset() + i];
    }
    for (int position = 0; position < sums.length; position++) {
      check(probabilities, position);
    }
    for (int position = 0; position < sums.length; position++) {
      sums[position] += entropy(probabilities, position);
    }
  }

  /** Returns the entropy of the mean distributions. */
  public Tensor ofMean(double[] mean) {
    return tensor(mean, 0);
  }

  /** Returns the entropy of the mean distributions minus the mean entropy. */
  public Tensor mutualInformation(double[] mean, int draws) {
    return tensor(mean, 1.0 / draws);
  }

  /**
   * Returns the entropy of the mean minus a multiple of the sums. Rounding must not make it
   * negative.
   */
  private Tensor tensor(double[] mean, double weight) {
    float[] values = new float[sums.length];
    for (int position = 0; position < values.length; position++) {
      double value = entropy(mean, position) - weight * sums[position];
      values[position] = (float) Math.max(0, value);
    }
    return Tensor.of(values, shape.withC(1));
  }

  private void check(double[] probabilities, int position) {
    double sum = 0;
    for (int c = 0; c < shape.c(); c++) {
      double p = probabilities[index(position, c)];
      if (!(p >= -TOLERANCE && p <= 1 + TOLERANCE)) {
        throw wrong("in [0, 1]", p, position);
      }
      sum += p;
    }
    if (!(Math.abs(sum - 1) <= TOLERANCE)) {
      throw wrong("with the sum 1 over C", sum, position);
    }
  }

  private IllegalArgumentException wrong(String range, double value, int position) {
    return new IllegalArgumentException(
        String.format(
            "output must be probabilities %s: %s at sample %d, position %d",
            range, value, position / shape.planeSize(), position % shape.planeSize()));
  }

  private double entropy(double[] probabilities, int position) {
    double entropy = 0;
    for (int c = 0; c < shape.c(); c++) {
      double p = probabilities[index(position, c)];
      entropy -= p > 0 ? p * Math.log(p) : 0;
    }
    return entropy;
  }

  private int index(int position, int c) {
    int sample = position / shape.planeSize();
    return (sample * shape.c() + c) * shape.planeSize() + position % shape.planeSize();
  }
}
