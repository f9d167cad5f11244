package io.github.dropblock.accuracy.scene;

import io.github.dropblock.accuracy.trial.Recipe;
import io.github.dropblock.accuracy.trial.Trial;
import java.util.List;
import java.util.stream.Stream;

/**
 * What distinguishes one training on scenes from the others: the first columns of its row.
 *
 * @param <T> its own type
 */
public interface SceneTrial<T extends SceneTrial<T>> {
  /** What a text of sizes has between them. */
  String SEPARATOR = "-";

  /** Regularizer and seed. */
  Trial trial();

  /** How many scenes it learns from. */
  int scenes();

  /** How many batches it sees, whole epochs of them. */
  int steps();

  /** The fields as text, in order: first those of {@link #trial}. */
  List<String> fields();

  /** The same with another seed. */
  T withSeed(long seed);

  /** A name that is fit for a file. */
  default String fileName() {
    return String.join("_", fields()).replace(' ', '-');
  }

  /** The recipe with this trial's number of scenes and of epochs. */
  default Recipe recipe(Recipe recipe) {
    return recipe.withTrainingImages(scenes()).withSteps(steps());
  }

  /** The fields beside the trial's, as a text without a comma. */
  default String sizes() {
    return String.join(SEPARATOR, fields().subList(Trial.FIELDS, fields().size()));
  }

  /** All fields, of a trial and the text of the others; there may be more after them. */
  static List<String> fields(Trial trial, String sizes) {
    return Stream.concat(trial.fields().stream(), Stream.of(sizes.split(SEPARATOR))).toList();
  }
}
