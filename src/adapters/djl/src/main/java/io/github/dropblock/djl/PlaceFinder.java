package io.github.dropblock.djl;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Convolution;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.LayerNorm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Walk through a network that collects the places after certain blocks. */
final class PlaceFinder {
  private final Predicate<Block> wanted;
  private final Set<Block> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Where a layer can go. */
  final List<Place> open = new ArrayList<>();

  /** What is no child of a sequence, so nothing can come behind it. */
  final List<Place> closed = new ArrayList<>();

  PlaceFinder(Predicate<Block> wanted) {
    this.wanted = wanted;
  }

  /**
   * Walks through a block and all that is in it.
   *
   * @param path in front of the names of its children
   * @param input the shapes of its inputs, null if they are not known
   */
  void walk(Block parent, String path, Shape[] input) {
    if (!seen.add(parent)) {
      return;
    }
    List<Block> children = parent.getChildren().values();
    Shape[] shapes = parent instanceof SequentialBlock || isParallel(parent) ? input : null;
    int number = 0;
    for (int i = 0; i < children.size(); i++) {
      Block child = children.get(i);
      if (child instanceof DropBlockLayer) {
        continue;
      }
      number++;
      String name = path + name(number, parent.getChildren().keyAt(i));
      Shape[] output = shapes == null ? null : child.getOutputShapes(shapes);
      if (wanted.test(child)) {
        add(parent, behind(children, i), name, output);
      }
      walk(child, name + "/", shapes);
      shapes = isParallel(parent) ? shapes : output;
    }
  }

  private static boolean isParallel(Block block) {
    return block instanceof ParallelBlock;
  }

  /** DJL's own name, with the number that it has in the network without layers. */
  private static String name(int number, String key) {
    return String.format(Locale.ROOT, "%02d", number) + key.replaceFirst("^\\d+", "");
  }

  /** To drop in front of a normalization would disturb its statistics. */
  private static int behind(List<Block> children, int block) {
    int next = block + 1;
    boolean normalized =
        children.get(block) instanceof Convolution
            && next < children.size()
            && (children.get(next) instanceof BatchNorm || children.get(next) instanceof LayerNorm);
    return normalized ? next + 1 : next;
  }

  private void add(Block parent, int index, String path, Shape[] output) {
    Shape shape = output == null || output.length != 1 ? null : output[0];
    // A sequence that returns each child's output would return the layer's too.
    boolean isOpen = parent instanceof SequentialBlock s && !s.isReturnIntermediate();
    (isOpen ? open : closed).add(new Place(parent, index, path, shape));
  }
}
