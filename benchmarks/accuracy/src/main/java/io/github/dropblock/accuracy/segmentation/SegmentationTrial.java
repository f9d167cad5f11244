package io.github.dropblock.accuracy.segmentation;

import io.github.dropblock.accuracy.trial.Recipe;
import io.github.dropblock.accuracy.trial.Trial;
import java.util.ArrayList;
import java.util.List;

/**
 * What distinguishes one training on scenes from the others: the first columns of its row.
 *
 * @param trial regularizer and seed
 * @param scenes how many it learns from
 * @param steps how many batches it sees
 * @param mapSide rows and columns of the network's maps
 */
public record SegmentationTrial(Trial trial, int scenes, int steps, int mapSide) {
  /** The columns of the fields. */
  public static final List<String> HEADER =
      List.of(
          "regularizer",
          "keep_prob",
          "block_size",
          "place",
          "schedule",
          "seed",
          "scenes",
          "steps",
          "map_side");

  /** The same with another seed. */
  public SegmentationTrial withSeed(long seed) {
    return new SegmentationTrial(trial.withSeed(seed), scenes, steps, mapSide);
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
    fields.add(Integer.toString(mapSide));
    return fields;
  }

  /** A trial from its fields. */
  public static SegmentationTrial of(List<String> fields) {
    return new SegmentationTrial(
        Trial.of(fields),
        Integer.parseInt(fields.get(6)),
        Integer.parseInt(fields.get(7)),
        Integer.parseInt(fields.get(8)));
  }

  /** A name that is fit for a file. */
  public String fileName() {
    return String.join("_", fields()).replace(' ', '-');
  }
}
