package io.github.dropblock.accuracy.segmentation;

import io.github.dropblock.accuracy.scene.SceneTrial;
import io.github.dropblock.accuracy.trial.Trial;
import java.util.ArrayList;
import java.util.List;

/**
 * What distinguishes one training to label pixels from the others.
 *
 * @param trial regularizer and seed
 * @param scenes how many it learns from
 * @param steps how many batches it sees
 * @param mapSide rows and columns of the network's maps
 */
public record SegmentationTrial(Trial trial, int scenes, int steps, int mapSide)
    implements SceneTrial<SegmentationTrial> {
  /** The columns of the fields. */
  public static final List<String> HEADER = Trial.header("scenes", "steps", "map_side");

  @Override
  public SegmentationTrial withSeed(long seed) {
    return new SegmentationTrial(trial.withSeed(seed), scenes, steps, mapSide);
  }

  @Override
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

  /** A trial from the text of its sizes, and of others after them. */
  public static SegmentationTrial of(Trial trial, String sizes) {
    return of(SceneTrial.fields(trial, sizes));
  }
}
