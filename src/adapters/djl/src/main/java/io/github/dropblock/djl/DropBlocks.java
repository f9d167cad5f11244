package io.github.dropblock.djl;

import ai.djl.nn.Block;
import io.github.dropblock.Regularizer;
import io.github.dropblock.ScheduledRegularizer;
import io.github.dropblock.schedule.KeepProbSchedule;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * Puts {@link DropBlockLayer}s into networks that others have written, for instance those of DJL's
 * model zoo.
 *
 * <pre>{@code
 * SequentialBlock network =
 *     ResNetV1.builder().setNumLayers(50).setImageShape(image).setOutSize(10).build();
 * Places groups3And4 = Places.afterResidualBlocks().onMapsUpTo(14, image);
 * DropBlocks.insert(network, groups3And4, dropBlock, KeepProbSchedule.linear(1.0, 0.9, steps));
 * }</pre>
 *
 * <p>The blocks, their parameters and the order of the parameters stay, so the files of the network
 * without layers still load, before or after the insertion. DJL numbers the children of a block, so
 * the numbers in the names of later ones change.
 *
 * @since 0.1.0
 */
public final class DropBlocks {
  private DropBlocks() {}

  /**
   * Inserts layers without a schedule.
   *
   * @param <B> the type of the network
   * @param network the network, which is changed
   * @param places where the layers go
   * @param regularizer what draws the masks: as {@code regularizer.forUse(i)} in each layer, where
   *     i is one more than the number of layers that the network had before it
   * @return the network
   * @throws IllegalArgumentException if an argument is null, or there is no such place; the message
   *     has those that there are, and the network is as it was
   */
  public static <B extends Block> B insert(B network, Places places, Regularizer regularizer) {
    ScheduledRegularizer.of(regularizer);
    return insert(network, places, i -> DropBlockLayer.of(regularizer.forUse(i)));
  }

  /**
   * Inserts layers whose keepProb follows a schedule.
   *
   * @param <B> the type of the network
   * @param network the network, which is changed
   * @param places where the layers go
   * @param regularizer what draws the masks: as {@code regularizer.forUse(i)} in each layer, where
   *     i is one more than the number of layers that the network had before it; its own keepProb
   *     does not matter
   * @param schedule keepProb at each step
   * @return the network
   * @throws IllegalArgumentException if an argument is null, the regularizer has no keepProb, or
   *     there is no such place; the message has those that there are, and the network is as it was
   */
  public static <B extends Block> B insert(
      B network, Places places, Regularizer regularizer, KeepProbSchedule schedule) {
    ScheduledRegularizer.of(regularizer, schedule);
    return insert(network, places, i -> DropBlockLayer.of(regularizer.forUse(i), schedule));
  }

  private static <B extends Block> B insert(
      B network, Places places, IntFunction<DropBlockLayer> layers) {
    checkNotNull("network", network);
    checkNotNull("places", places);
    // From 1, since use u of a layer with the seed of layer 0 would have the mask of layer u.
    Insertion.at(places.find(network), layers(network).size() + 1, layers);
    return network;
  }

  static void checkNotNull(String name, Object value) {
    if (value == null) {
      throw new IllegalArgumentException(name + " must not be null");
    }
  }

  /**
   * Returns the layers of a network, for instance to enable them at inference. They are found
   * through {@link Block#getChildren}.
   *
   * @param network the network
   * @return its layers, in the order of the network, each once
   * @throws IllegalArgumentException if {@code network} is null
   */
  public static List<DropBlockLayer> layers(Block network) {
    checkNotNull("network", network);
    Set<Block> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    return layers(network, seen).toList();
  }

  private static Stream<DropBlockLayer> layers(Block block, Set<Block> seen) {
    if (!seen.add(block)) {
      return Stream.empty();
    }
    return block instanceof DropBlockLayer layer
        ? Stream.of(layer)
        : block.getChildren().values().stream().flatMap(child -> layers(child, seen));
  }
}
