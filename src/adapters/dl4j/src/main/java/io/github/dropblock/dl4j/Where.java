package io.github.dropblock.dl4j;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.layers.Layer;

/**
 * Chooses the layers of a network at which {@link DropBlocks} drops: by default their outputs.
 *
 * @since 0.1.0
 */
public final class Where {
  private final String text;
  private final Selection selection;
  private final boolean inputs;

  private Where(String text, Selection selection, boolean inputs) {
    this.text = text;
    this.selection = selection;
    this.inputs = inputs;
  }

  /** Selects some of all places, by index. */
  private interface Selection {
    IntStream of(List<Place> places);
  }

  /**
   * A layer, or a vertex that is none.
   *
   * @param name in the configuration, or its default
   * @param layer null if it is none
   */
  record Place(String name, Layer layer) {}

  /**
   * Chooses by name. In a graph, vertices such as sums have names too. Layers of a chain have those
   * that they were given, or {@code layer0}, {@code layer1} and so on.
   *
   * @param pattern a regular expression for the whole name, as of {@link Pattern}
   * @return the choice
   * @throws IllegalArgumentException if {@code pattern} is null or no regular expression
   */
  public static Where named(String pattern) {
    if (pattern == null) {
      throw new IllegalArgumentException("pattern must not be null");
    }
    Predicate<String> matches = Pattern.compile(pattern).asMatchPredicate();
    return new Where(
        "the name " + pattern,
        places -> matching(places, place -> matches.test(place.name())),
        false);
  }

  /**
   * Chooses by index. In a chain this is the number of the layer. In a graph it is the position in
   * the order of the forward pass, without the network's inputs.
   *
   * @param indices from 0 on
   * @return the choice
   * @throws IllegalArgumentException if {@code indices} is null or empty
   */
  public static Where at(int... indices) {
    if (indices == null || indices.length == 0) {
      throw new IllegalArgumentException("indices must have at least one");
    }
    int[] sorted = Arrays.stream(indices).sorted().distinct().toArray();
    return new Where(
        "the indices " + Arrays.toString(sorted),
        places -> {
          Arrays.stream(sorted).forEach(i -> checkIndex(i, places));
          return Arrays.stream(sorted);
        },
        false);
  }

  /**
   * Chooses by the layers' configurations.
   *
   * @param predicate is asked for each layer; of one that is frozen or wrapped, for the layer
   *     inside
   * @return the choice
   * @throws IllegalArgumentException if {@code predicate} is null
   */
  public static Where layers(Predicate<? super Layer> predicate) {
    if (predicate == null) {
      throw new IllegalArgumentException("predicate must not be null");
    }
    return new Where(
        "the predicate",
        places -> matching(places, place -> place.layer() != null && predicate.test(place.layer())),
        false);
  }

  /**
   * Returns the same choice for dropping the inputs of what matches, each with a mask of its own:
   * both the branch and the skip connection of a residual block if its sum matches.
   *
   * @return a new choice
   */
  public Where onInputs() {
    return new Where(text, selection, true);
  }

  boolean isOnInputs() {
    return inputs;
  }

  /** Returns the indices of what matches, in order. */
  List<Integer> select(List<Place> places) {
    List<Integer> selected = selection.of(places).boxed().toList();
    if (selected.isEmpty()) {
      throw new IllegalArgumentException("where must match one of " + names(places) + ": " + this);
    }
    return selected;
  }

  private static IntStream matching(List<Place> places, Predicate<Place> predicate) {
    return IntStream.range(0, places.size()).filter(i -> predicate.test(places.get(i)));
  }

  private static void checkIndex(int index, List<Place> places) {
    if (index < 0 || index >= places.size()) {
      throw new IllegalArgumentException(
          "where must have indices of " + names(places) + ": " + index);
    }
  }

  private static String names(List<Place> places) {
    return IntStream.range(0, places.size())
        .mapToObj(i -> i + " " + places.get(i).name())
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** Returns what is matched. */
  @Override
  public String toString() {
    return inputs ? "inputs of " + text : text;
  }
}
