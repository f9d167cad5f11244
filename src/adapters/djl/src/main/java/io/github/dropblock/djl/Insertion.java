package io.github.dropblock.djl;

import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Change of sequences, which alone let their children go and come from outside. */
final class Insertion {
  private Insertion() {}

  /**
   * Inserts a layer at each place.
   *
   * @param first the number of the first layer
   * @param layers makes the layer of a number
   */
  static void at(List<Place> places, int first, IntFunction<DropBlockLayer> layers) {
    Map<Block, Map<Integer, DropBlockLayer>> byParent = new IdentityHashMap<>();
    int number = first;
    for (Place place : places) {
      Map<Integer, DropBlockLayer> added =
          byParent.computeIfAbsent(place.parent(), parent -> new HashMap<>());
      // A convolution and its normalization have one place.
      if (!added.containsKey(place.index())) {
        added.put(place.index(), layers.apply(number++));
      }
    }
    byParent.forEach((parent, added) -> rebuild((SequentialBlock) parent, added));
  }

  private static void rebuild(SequentialBlock parent, Map<Integer, DropBlockLayer> added) {
    List<Block> children = List.copyOf(parent.getChildren().values());
    children.forEach(child -> parent.removeLastBlock());
    for (int i = 0; i < children.size(); i++) {
      parent.add(children.get(i));
      parent.add(added.get(i + 1)); // Nothing is added for null.
    }
  }
}
