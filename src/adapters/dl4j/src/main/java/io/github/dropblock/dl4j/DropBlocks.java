package io.github.dropblock.dl4j;

import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;

/**
 * Puts DropBlock into networks that somebody else wrote.
 *
 * <pre>{@code
 * ComputationGraphConfiguration plain = ResNet50.builder().build().graphBuilder().build();
 * ComputationGraphConfiguration dropping =
 *     DropBlocks.insert(plain, Where.named("bn[45]._branch2[abc]"), dropout);
 * }</pre>
 *
 * <p>Each place gets a {@code DropoutLayer} with a seed of its own: the dropout's {@link
 * DropBlockDropout#forLayer forLayer(0)}, {@code forLayer(1)} and so on, in the order of the
 * forward pass, without those whose seeds the configuration already has. So several calls, one for
 * each group of a ResNet for instance, may use the same seed. The layer after place {@code x} has
 * the name {@code x-drop}.
 *
 * <p>The layers have no parameters, and the other layers keep their order. So {@code
 * dropping.setParams(plain.params())} loads the parameters of the network without them.
 *
 * <p>A dropout layer overwrites its input. Where something else reads that as well, an identity
 * layer with the name {@code x-copy} comes before it.
 *
 * @since 0.1.0
 */
public final class DropBlocks {
  private DropBlocks() {}

  /**
   * Returns the configuration of a graph with dropout layers in it.
   *
   * @param configuration the graph; not modified
   * @param where the layers and vertices to drop at
   * @param dropout what to drop, with its schedule
   * @return a new configuration
   * @throws IllegalArgumentException if an argument is null, nothing matches {@code where}, a match
   *     has nothing after it, or {@code dropout} has another layout than the graph's convolutions
   */
  public static ComputationGraphConfiguration insert(
      ComputationGraphConfiguration configuration, Where where, DropBlockDropout dropout) {
    check(configuration, where, dropout);
    return GraphInsertion.insert(configuration, where, dropout);
  }

  /**
   * Returns the configuration of a chain of layers with dropout layers in it. The layers after a
   * new one have larger indices, also in the names of their parameters.
   *
   * @param configuration the chain; not modified
   * @param where the layers to drop at
   * @param dropout what to drop, with its schedule
   * @return a new configuration
   * @throws IllegalArgumentException if an argument is null, nothing matches {@code where}, a match
   *     has nothing after it, or {@code dropout} has another layout than the chain's convolutions
   */
  public static MultiLayerConfiguration insert(
      MultiLayerConfiguration configuration, Where where, DropBlockDropout dropout) {
    check(configuration, where, dropout);
    return ChainInsertion.insert(configuration, where, dropout);
  }

  private static void check(Object configuration, Where where, DropBlockDropout dropout) {
    if (configuration == null) {
      throw new IllegalArgumentException("configuration must not be null");
    }
    if (where == null) {
      throw new IllegalArgumentException("where must not be null");
    }
    if (dropout == null) {
      throw new IllegalArgumentException("dropout must not be null");
    }
  }
}
