package io.github.dropblock.accuracy.detection;

import io.github.dropblock.accuracy.trial.Recipe;
import io.github.dropblock.accuracy.trial.Trial;
import java.util.ArrayList;
import java.util.List;

/**
 * What distinguishes one training of a detector from the others: the first columns of its row.
 *
 * @param trial regularizer and seed
 * @param scenes how many it learns from
 * @param steps how many batches it sees, whole epochs of them
 */
public record DetectionTrial(Trial trial, int scenes, int steps) {
  /** The columns of the fields. */
  public static final List<String> HEADER =
      List.of(
          "regularizer", "keep_prob", "block_size", "place", "schedule", "seed", "scenes", "steps");

  /** The same with another seed. */
  public DetectionTrial withSeed(long seed) {
    return new DetectionTrial(trial.withSeed(seed), scenes, steps);
  }

  /** The recipe with this trial's number of scenes and of epochs. */
  Recipe recipe(Recipe recipe) {
    return recipe.withTrainingImages(scenes).withSteps(steps);
  }

  /** The fields as text, in order. */
  public List<String> fields() {
    List<String> fields = new ArrayList<>(trial.fields());
    fields.add(Integer.toString(scenes));
    fields.add(Integer.toString(steps));
    return fields;
  }

  /** A trial from its fields. */
  public static DetectionTrial of(List<String> fields) {
    return new DetectionTrial(
        Trial.of(fields), Integer.parseInt(fields.get(6)), Integer.parseInt(fields.get(7)));
  }

  /** A name that is fit for a file. */
  public String fileName() {
    return "detector_" + String.join("_", fields()).replace(' ', '-');
  }
}
