package io.github.dropblock.accuracy.detection;

import io.github.dropblock.accuracy.scene.SceneTrial;
import io.github.dropblock.accuracy.trial.Trial;
import java.util.ArrayList;
import java.util.List;

/**
 * What distinguishes one training of a detector from the others.
 *
 * @param trial regularizer and seed
 * @param scenes how many it learns from
 * @param steps how many batches it sees, whole epochs of them
 */
public record DetectionTrial(Trial trial, int scenes, int steps)
    implements SceneTrial<DetectionTrial> {
  /** The columns of the fields. */
  public static final List<String> HEADER = Trial.header("scenes", "steps");

  @Override
  public DetectionTrial withSeed(long seed) {
    return new DetectionTrial(trial.withSeed(seed), scenes, steps);
  }

  @Override
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

  /** A trial from the text of its sizes, and of others after them. */
  public static DetectionTrial of(Trial trial, String sizes) {
    return of(SceneTrial.fields(trial, sizes));
  }

  @Override
  public String fileName() {
    return "detector_" + SceneTrial.super.fileName();
  }
}
