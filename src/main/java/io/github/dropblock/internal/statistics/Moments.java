package io.github.dropblock.internal.statistics;

import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;

/**
 * Accumulator of the mean and the variance of each element. It uses doubles and Welford's method,
 * which stays accurate where a small variance lies around a large mean.
 *
 * @see <a href="https://doi.org/10.1080/00401706.1962.10490022">Welford, "Note on a method for
 *     calculating corrected sums of squares and products", Technometrics 4, 1962</a>
 */
public final class Moments {
  private final Shape shape;
  private final double[] means;

  /** Sum of squared distances from the mean of each element. */
  private final double[] squares;

  private int count;

  /** Creates an empty accumulator. */
  public Moments(Shape shape) {
    this.shape = shape;
    this.means = new double[shape.size()];
    this.squares = new double[shape.size()];
  }

  /** Adds a tensor of the shape. */
  public void add(Tensor tensor) {
    count++;
    for (int i = 0; i < means.length; i++) {
      double value = tensor.data()[tensor.offset() + i];
      double change = value - means[i];
      means[i] += change / count;
      squares[i] += change * (value - means[i]);
    }
  }

  /** Returns the number of tensors that were added. */
  public int count() {
    return count;
  }

  /** Returns the means themselves, which the caller must not modify. */
  public double[] means() {
    return means;
  }

  /** Returns the means as a new tensor. */
  public Tensor mean() {
    return divided(means, 1);
  }

  /** Returns the unbiased variances as a new tensor. */
  public Tensor variance() {
    return divided(squares, count - 1);
  }

  private Tensor divided(double[] values, int divisor) {
    float[] data = new float[values.length];
    for (int i = 0; i < data.length; i++) {
      data[i] = (float) (values[i] / divisor);
    }
    return Tensor.of(data, shape);
  }
}
