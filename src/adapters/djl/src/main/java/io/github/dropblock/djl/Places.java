package io.github.dropblock.djl;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.convolutional.Convolution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Says where in a network {@link DropBlocks#insert} puts layers: after which kind of blocks, and in
 * which part of the network.
 *
 * <p>Layers go into {@link ai.djl.nn.SequentialBlock}s, wherever in the network these are: also in
 * branches of a {@link ParallelBlock}, and in blocks of another class that return them as children.
 * All other blocks are left whole. For instance, nothing can be put behind a block that is itself a
 * branch of a {@code ParallelBlock}, nor into a sequence that returns the outputs of all children.
 *
 * <p>Objects of this class never change: {@code in} and {@code onMapsUpTo} return new ones. A
 * second call of one replaces what the first one chose.
 *
 * @since 0.1.0
 */
public final class Places {
  private final String kind;
  private final Predicate<Block> wanted;
  private final List<String> parts;
  private final int side;
  private final Shape input;

  private Places(String kind, Predicate<Block> wanted, List<String> parts, int side, Shape input) {
    this.kind = kind;
    this.wanted = wanted;
    this.parts = parts;
    this.side = side;
    this.input = input;
  }

  private static Places after(String kind, Predicate<Block> wanted) {
    return new Places(kind, wanted, List.of(), 0, null);
  }

  /**
   * Chooses the places after convolutions, and after the batch or layer normalization that follows
   * one directly. These include a convolution that is the classifier, as in MobileNet: choose the
   * part of the network with {@link #in}.
   *
   * @return the places in the whole network
   */
  public static Places afterConvolutions() {
    return after("convolutions", block -> block instanceof Convolution);
  }

  /**
   * Chooses the places after residual blocks. That is what each {@link ParallelBlock} is taken for.
   *
   * @return the places in the whole network
   */
  public static Places afterResidualBlocks() {
    return after("residual blocks", block -> block instanceof ParallelBlock);
  }

  /**
   * Chooses the skip connections that are no convolution: the places after {@link
   * ai.djl.nn.Blocks#identityBlock}.
   *
   * @return the places in the whole network
   */
  public static Places afterSkipConnections() {
    return after(
        "skip connections",
        block -> block instanceof LambdaBlock lambda && lambda.getName().equals("identity"));
  }

  /**
   * Chooses the places after blocks of any other kind.
   *
   * @param blocks tells of a block whether a layer goes behind it
   * @return the places in the whole network
   * @throws IllegalArgumentException if {@code blocks} is null
   */
  public static Places after(Predicate<Block> blocks) {
    if (blocks == null) {
      throw new IllegalArgumentException("blocks must not be null");
    }
    return after("the chosen blocks", blocks);
  }

  /**
   * Restricts the places to some children of the network, by number. As in the names that DJL gives
   * them, the first is 1. {@link DropBlockLayer}s do not count, so numbers stay when some are
   * inserted.
   *
   * @param children the numbers of the network's children
   * @return the places in these
   * @throws IllegalArgumentException if {@code children} is null or empty, or one is less than 1
   */
  public Places in(int... children) {
    DropBlocks.checkNotNull("children", children);
    if (Arrays.stream(children).anyMatch(child -> child < 1)) {
      throw new IllegalArgumentException(
          "children must be at least 1: " + Arrays.toString(children));
    }
    return in(
        Arrays.stream(children)
            .mapToObj(child -> String.format(Locale.ROOT, "%02d", child))
            .toArray(String[]::new));
  }

  /**
   * Restricts the places to some blocks of the network, by name. These are DJL's own: a number and
   * the class, such as {@code 05ParallelBlock}. A block inside has a path, such as {@code
   * 05ParallelBlock/01SequentialBlock}. {@link DropBlockLayer}s do not count.
   *
   * @param blocks the names or paths
   * @return the places in these and after them
   * @throws IllegalArgumentException if {@code blocks} is null or empty, or has a null
   */
  public Places in(String... blocks) {
    DropBlocks.checkNotNull("blocks", blocks);
    Arrays.stream(blocks).forEach(block -> DropBlocks.checkNotNull("a block", block));
    if (blocks.length == 0) {
      throw new IllegalArgumentException("blocks must not be empty");
    }
    return new Places(kind, wanted, List.of(blocks), side, input);
  }

  /**
   * Restricts the places to those where maps are small. A ResNet for images of 224 x 224 has maps
   * of 14 x 14 in its third group, and of 7 x 7 in its fourth. Not so in blocks of classes of your
   * own: what their children get is not known.
   *
   * @param side the most that any axis of a map may have, at least 1
   * @param input the shape of the network's input without or with the samples' axis: CHW or NCHW
   * @return the places with such maps
   * @throws IllegalArgumentException if {@code side} is less than 1, or {@code input} is null or
   *     has no 3 or 4 axes
   */
  public Places onMapsUpTo(int side, Shape input) {
    if (side < 1) {
      throw new IllegalArgumentException("side must be at least 1: " + side);
    }
    DropBlocks.checkNotNull("input", input);
    int axes = input.dimension();
    if (axes != 3 && axes != 4) {
      throw new IllegalArgumentException("input must be CHW or NCHW: " + input);
    }
    Shape one = new Shape(1).addAll(axes == 3 ? input : input.slice(1));
    return new Places(kind, wanted, parts, side, one);
  }

  /** Finds the places of a network. */
  List<Place> find(Block network) {
    PlaceFinder finder = new PlaceFinder(wanted);
    finder.walk(network, "", input == null ? null : new Shape[] {input});
    for (String part : parts) {
      if (finder.open.stream().noneMatch(place -> place.isIn(part))) {
        throw nothing("in " + part, finder, network);
      }
    }
    List<Place> places = finder.open.stream().filter(this::has).toList();
    if (places.isEmpty()) {
      throw nothing(toString(), finder, network);
    }
    return places;
  }

  private boolean has(Place place) {
    return (parts.isEmpty() || parts.stream().anyMatch(place::isIn))
        && (input == null || place.hasMapsUpTo(side));
  }

  private IllegalArgumentException nothing(String what, PlaceFinder finder, Block network) {
    List<String> message = new ArrayList<>();
    message.add("places must exist in the network, but no layer can go " + what);
    message.add("It can go after these " + kind + ": " + finder.open);
    if (!finder.closed.isEmpty()) {
      message.add("These are no children of a SequentialBlock: " + finder.closed);
    }
    message.add("The network has " + network.getChildren().keys());
    return new IllegalArgumentException(String.join(". ", message));
  }

  /** Returns what is chosen. */
  @Override
  public String toString() {
    return String.join(
        " ",
        Stream.of(
                "after " + kind,
                parts.isEmpty() ? "" : "in " + parts,
                input == null ? "" : "on maps up to " + side + " for " + input)
            .filter(text -> !text.isEmpty())
            .toList());
  }
}
