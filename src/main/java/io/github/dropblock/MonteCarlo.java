package io.github.dropblock;

import io.github.dropblock.internal.check.Check;
import io.github.dropblock.internal.statistics.ClassEntropy;
import io.github.dropblock.internal.statistics.Moments;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Accumulator of a network's outputs under random masks, which measure the network's uncertainty.
 * It computes the mean and the variance per element and, for class probabilities, entropy and
 * mutual information.
 *
 * <pre>{@code
 * layer.eval().enableAtInference();
 * MonteCarlo outputs = MonteCarlo.of(50, () -> network(x));
 * Tensor mean = outputs.mean();
 * Tensor variance = outputs.variance();
 * }</pre>
 *
 * <p>For class probabilities, use {@link #ofProbabilities(int, Supplier)}. C is the axis of
 * classes. {@link #entropy} is then the uncertainty of the prediction. {@link #mutualInformation}
 * is the part of it on which the masks disagree, and is large for inputs unlike the training data.
 *
 * <p>Not safe for use by many threads.
 *
 * @see <a href="https://arxiv.org/abs/1506.02142">Gal and Ghahramani, "Dropout as a Bayesian
 *     approximation", ICML 2016</a>
 * @see <a href="https://arxiv.org/abs/1703.02910">Gal, Islam and Ghahramani, "Deep Bayesian active
 *     learning with image data", ICML 2017, section 4</a>
 * @since 0.1.0
 */
public final class MonteCarlo {
  private final Shape shape;
  private final Moments moments;
  private final ClassEntropy entropies;

  /**
   * Creates an empty accumulator.
   *
   * @param shape the shape of the outputs
   * @throws IllegalArgumentException if {@code shape} is null
   */
  public MonteCarlo(Shape shape) {
    this(Check.notNull("shape", shape), null);
  }

  private MonteCarlo(Shape shape, ClassEntropy entropies) {
    this.shape = shape;
    this.moments = new Moments(shape);
    this.entropies = entropies;
  }

  /**
   * Creates an empty accumulator of class probabilities.
   *
   * @param shape the shape of the outputs, such as {@code Shape.nc(n, classes)}; each position has
   *     its own distribution over the axis C
   * @return the accumulator
   * @throws IllegalArgumentException if {@code shape} is null
   */
  public static MonteCarlo ofProbabilities(Shape shape) {
    return new MonteCarlo(Check.notNull("shape", shape), new ClassEntropy(shape));
  }

  /**
   * Runs a network that gives class probabilities several times.
   *
   * @param draws the number of runs, at least 1
   * @param network the network, which gives an output of the same shape each time; C is the axis of
   *     classes
   * @return the accumulated outputs
   * @throws IllegalArgumentException if an argument is out of range or null, or an output is null,
   *     of another shape than the first or no distribution over C to within 0.001
   */
  public static MonteCarlo ofProbabilities(int draws, Supplier<Tensor> network) {
    return run(draws, network, MonteCarlo::ofProbabilities);
  }

  /**
   * Runs a network several times.
   *
   * @param draws the number of runs, at least 1
   * @param network the network, which gives an output of the same shape each time
   * @return the accumulated outputs
   * @throws IllegalArgumentException if an argument is out of range or null, or an output is null
   *     or of another shape than the first
   */
  public static MonteCarlo of(int draws, Supplier<Tensor> network) {
    return run(draws, network, MonteCarlo::new);
  }

  private static MonteCarlo run(
      int draws, Supplier<Tensor> network, Function<Shape, MonteCarlo> accumulator) {
    Check.atLeast("draws", draws, 1);
    Tensor first = Check.notNull("output", Check.notNull("network", network).get());
    MonteCarlo outputs = accumulator.apply(first.shape());
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
   * @throws IllegalArgumentException if {@code output} is null, of another shape or, for class
   *     probabilities, no distribution over C to within 0.001; then nothing is added
   */
  public void add(Tensor output) {
    Check.notNull("output", output);
    if (!output.shape().equals(shape)) {
      throw new IllegalArgumentException(
          "output must have the shape " + shape + ": " + output.shape());
    }
    if (entropies != null) {
      entropies.add(output);
    }
    moments.add(output);
  }

  /** {@return the number of outputs that were added} */
  public int draws() {
    return moments.count();
  }

  /**
   * Returns the mean of each element.
   *
   * @return a new tensor
   * @throws IllegalStateException if there is no output yet
   */
  public Tensor mean() {
    checkDraws(1);
    return moments.mean();
  }

  /**
   * Returns the unbiased variance of each element, with divisor draws - 1.
   *
   * @return a new tensor
   * @throws IllegalStateException if there are fewer than two outputs
   */
  public Tensor variance() {
    checkDraws(2);
    return moments.variance();
  }

  /**
   * Returns the entropy of the mean distribution at each position, in nats: {@code -sum p log p}
   * over the classes.
   *
   * @return a new tensor with C = 1 and values in [0, log C]
   * @throws IllegalStateException if there is no output yet, or outputs are not {@link
   *     #ofProbabilities class probabilities}
   */
  public Tensor entropy() {
    return checkEntropies().ofMean(moments.means());
  }

  /**
   * Returns the mutual information of prediction and mask at each position, in nats: the entropy of
   * the mean distribution minus the mean entropy of the distributions.
   *
   * @return a new tensor with C = 1 and values of at least 0
   * @throws IllegalStateException if there is no output yet, or outputs are not {@link
   *     #ofProbabilities class probabilities}
   */
  public Tensor mutualInformation() {
    return checkEntropies().mutualInformation(moments.means(), draws());
  }

  private ClassEntropy checkEntropies() {
    checkDraws(1);
    if (entropies == null) {
      throw new IllegalStateException("outputs must be accumulated by MonteCarlo.ofProbabilities");
    }
    return entropies;
  }

  private void checkDraws(int needed) {
    if (draws() < needed) {
      throw new IllegalStateException("draws must be at least " + needed + ": " + draws());
    }
  }
}
