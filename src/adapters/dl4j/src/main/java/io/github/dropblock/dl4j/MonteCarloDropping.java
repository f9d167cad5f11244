package io.github.dropblock.dl4j;

import io.github.dropblock.MonteCarlo;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Switches dropping at inference on and off, for a network's uncertainty by sampling.
 *
 * <pre>{@code
 * MonteCarloDropping.enable(network);
 * INDArray one = network.output(x);      // another mask in each call
 * MonteCarloDropping.disable(network);
 * MonteCarlo outputs = MonteCarloDropping.sampleProbabilities(network, x, 50);
 * Tensor entropy = outputs.entropy();
 * }</pre>
 *
 * <p>While it is enabled, each {@link DropBlockDropout} of the network also drops in passes that
 * are not training passes. All else is as at inference: batch normalization uses its running mean
 * and variance. Training, parameters and the configuration stay as they are, so a trained or
 * restored network can be enabled. Copies and saved files of an enabled network are not enabled.
 *
 * <p>Draw d of the layer that is number u among those with the same seed is {@code at(iteration,
 * u).forInference().sample(shape, d)} of the {@link io.github.dropblock.ScheduledRegularizer}, with
 * the network's iteration. Draws are numbered from 0 since {@link #enable}. A backward pass after
 * an inference pass uses the mask of that pass.
 *
 * <p>In {@code rnnTimeStep}, the engine passes by the wrappers of recurrent layers: a frozen one
 * drops nothing there, and one in a {@code MaskZeroLayer} forgets its state.
 *
 * <p>Not safe for use by many threads, as the networks themselves.
 *
 * @see <a href="https://arxiv.org/abs/1506.02142">Gal and Ghahramani, "Dropout as a Bayesian
 *     approximation", ICML 2016</a>
 * @since 0.1.0
 */
public final class MonteCarloDropping {
  private MonteCarloDropping() {}

  /**
   * Enables dropping at inference, and numbers draws from 0 again.
   *
   * @param network a {@code MultiLayerNetwork} or {@code ComputationGraph} that is initialized
   * @return how many layers drop
   * @throws IllegalArgumentException if {@code network} is null or of another class, has no layer
   *     with a {@link DropBlockDropout}, or has one inside a bidirectional layer; then nothing is
   *     changed
   */
  public static int enable(Model network) {
    LayerSlots slots = LayerSlots.of(network);
    List<Integer> dropping = slots.withDropout();
    if (dropping.isEmpty()) {
      throw new IllegalArgumentException(
          "network must have a layer with a DropBlockDropout, but none of its "
              + slots.size()
              + " layers has one");
    }
    disable(network);
    Map<Long, Integer> uses = new HashMap<>();
    for (int i : dropping) {
      Layer layer = slots.get(i);
      DropBlockDropout dropout = LayerSlots.dropoutOf(layer);
      int use = uses.merge(dropout.hook().settings().seed(), 1, Integer::sum) - 1;
      slots.set(
          i, InferenceDropping.enabled(layer, new InferenceDraws(dropout.hook(), slots, use)));
    }
    return dropping.size();
  }

  /**
   * Disables dropping at inference; does nothing if it is not enabled.
   *
   * @param network a {@code MultiLayerNetwork} or {@code ComputationGraph} that is initialized
   * @throws IllegalArgumentException if {@code network} is null or of another class
   */
  public static void disable(Model network) {
    LayerSlots slots = LayerSlots.of(network);
    for (int i = 0; i < slots.size(); i++) {
      slots.set(i, InferenceDropping.disabled(slots.get(i)));
    }
  }

  /**
   * Returns whether dropping at inference is enabled.
   *
   * @param network a {@code MultiLayerNetwork} or {@code ComputationGraph} that is initialized
   * @return true after {@link #enable}, until {@link #disable}
   * @throws IllegalArgumentException if {@code network} is null or of another class
   */
  public static boolean isEnabled(Model network) {
    LayerSlots slots = LayerSlots.of(network);
    for (int i = 0; i < slots.size(); i++) {
      if (InferenceDropping.isEnabled(slots.get(i))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Accumulates several outputs of a network, each under masks of its own, from draw 0. Afterwards,
   * dropping at inference is disabled.
   *
   * @param network a {@code MultiLayerNetwork}, or a {@code ComputationGraph} with one input and
   *     one output
   * @param x the input; not modified
   * @param draws how many outputs, at least 1
   * @return the outputs: their mean, variance and the other measures of {@link MonteCarlo}
   * @throws IllegalArgumentException as for {@link #enable}, or if {@code x} is null or {@code
   *     draws} out of range
   */
  public static MonteCarlo sample(Model network, INDArray x, int draws) {
    return sample(network, x, output -> MonteCarlo.of(draws, output));
  }

  /**
   * Accumulates several outputs of a network that gives class probabilities, such as one with
   * softmax, as {@link #sample(Model, INDArray, int)}. Classes are axis 1 of the output.
   *
   * @param network a {@code MultiLayerNetwork}, or a {@code ComputationGraph} with one input and
   *     one output
   * @param x the input; not modified
   * @param draws how many outputs, at least 1
   * @return the outputs, with their entropy and mutual information
   * @throws IllegalArgumentException as for {@link #enable}, or if {@code x} is null, {@code draws}
   *     out of range or an output no distribution over axis 1 to within 0.001
   */
  public static MonteCarlo sampleProbabilities(Model network, INDArray x, int draws) {
    return sample(network, x, output -> MonteCarlo.ofProbabilities(draws, output));
  }

  private static MonteCarlo sample(
      Model network, INDArray x, Function<Supplier<Tensor>, MonteCarlo> accumulate) {
    if (x == null) {
      throw new IllegalArgumentException("x must not be null");
    }
    enable(network);
    try {
      LayerSlots slots = LayerSlots.of(network);
      return accumulate.apply(() -> tensor(slots.output(x)));
    } finally {
      disable(network);
    }
  }

  private static Tensor tensor(INDArray output) {
    int[] extents = LongStream.of(output.shape()).mapToInt(Math::toIntExact).toArray();
    float[] values = output.castTo(DataType.FLOAT).dup('c').reshape(-1).toFloatVector();
    return Tensor.of(values, Shape.of(extents));
  }
}
