package io.github.dropblock;

import io.github.dropblock.internal.check.Check;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.function.Supplier;

/**
 * Mean and variance, element by element, of a network's outputs under random masks: a measure of
 * its uncertainty.
 *
 * <p>Source: Gal and Ghahramani, "Dropout as a Bayesian approximation", ICML 2016. Accumulated in
 * double by Welford's method.
 *
 * <pre>{@code
 * layer.eval().enableAtInference();
 * MonteCarlo outputs = MonteCarlo.of(50, () -> network(x));
 * Tensor mean = outputs.mean();
 * Tensor variance = outputs.variance();
 * }</pre>
 *
 * <p>Not safe for use by many threads.
 *
 * @since 0.1.0
 */
public final class MonteCarlo {
  private final Shape shape;
  private final double[] mean;
  private final double[] squares;
  private int draws;

  /**
   * Nothing yet.
   *
   * @param shape the shape of the outputs
   * @throws IllegalArgumentException if {@code shape} is null
   */
  public MonteCarlo(Shape shape) {
    this.shape = Check.notNull("shape", shape);
    this.mean = new double[shape.size()];
    this.squares = new double[shape.size()];
  }

  /**
   * Runs a network several times.
   *
   * @param draws how often, at least 1
   * @param network gives an output, of the same shape each time
   * @return the accumulated outputs
   * @throws IllegalArgumentException if an argument is out of range or null, or an output is null
   *     or of another shape than the first
   */
  public static MonteCarlo of(int draws, Supplier<Tensor> network) {
    Check.atLeast("draws", draws, 1);
    Tensor first = Check.notNull("output", Check.notNull("network", network).get());
    MonteCarlo outputs = new MonteCarlo(first.shape());
    outputs.add(first);
    for (int i = 1; i < draws; i++) {
      outputs.add(network.get());
    }
    return outputs;
  }

  /**
   * Adds an output.
   *
   * @param output a tensor of the shape; not modified
   * @throws IllegalArgumentException if {@code output} is null or of another shape
   */
  public void add(Tensor output) {
    Check.notNull("output", output);
    if (!output.shape().equals(shape)) {
      throw new IllegalArgumentException(
          "output must have the shape " + shape + ": " + output.shape());
    }
    draws++;
    for (int i = 0; i < mean.length; i++) {
      double value = output.data()[output.offset() + i];
      double change = value - mean[i];
      mean[i] += change / draws;
      squares[i] += change * (value - mean[i]);
    }
  }

  /**
   * How many outputs were added.
   *
   * @return a count
   */
  public int draws() {
    return draws;
  }

  /**
   * The mean of each element.
   *
   * @return a new tensor
   * @throws IllegalStateException if there is no output yet
   */
  public Tensor mean() {
    checkDraws(1);
    return tensor(mean, 1);
  }

  /**
   * The unbiased variance of each element, with divisor draws - 1.
   *
   * @return a new tensor
   * @throws IllegalStateException if there are fewer than two outputs
   */
  public Tensor variance() {
    checkDraws(2);
    return tensor(squares, draws - 1);
  }

  private void checkDraws(int needed) {
    if (draws < needed) {
      throw new IllegalStateException("draws must be at least " + needed + ": " + draws);
    }
  }

  private Tensor tensor(double[] values, int divisor) {
    float[] data = new float[values.length];
    for (int i = 0; i < data.length; i++) {
      data[i] = (float) (values[i] / divisor);
    }
    return Tensor.of(data, shape);
  }
}
