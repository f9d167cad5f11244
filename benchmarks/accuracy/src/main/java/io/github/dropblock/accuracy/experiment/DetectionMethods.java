package io.github.dropblock.accuracy.experiment;

import io.github.dropblock.accuracy.trial.Method;
import io.github.dropblock.accuracy.trial.Place;
import io.github.dropblock.accuracy.trial.Trial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The settings of detectors, among which each method's is chosen: the same number for each. */
final class DetectionMethods {
  static final String ON_PYRAMID = "scheduled DropBlock on the pyramid";

  private DetectionMethods() {}

  /**
   * All methods; those of the paper drop in the ResNet, the last one where its authors' code does.
   */
  static Map<String, List<Trial>> all() {
    Map<String, List<Trial>> methods = new LinkedHashMap<>();
    methods.put(SceneMethods.NONE, List.of(Trial.none(0)));
    methods.put(SceneMethods.DROPOUT, SceneMethods.pointwise(Method.DROPOUT, 0.95, 0.9, 0.8));
    methods.put(SceneMethods.SCHEDULED, blocks(Place.BACKBONE));
    methods.put(ON_PYRAMID, blocks(Place.PYRAMID));
    return methods;
  }

  private static List<Trial> blocks(Place place) {
    return List.of(
        SceneMethods.linear(0.9, 3, place),
        SceneMethods.linear(0.9, 5, place),
        SceneMethods.linear(0.8, 3, place),
        SceneMethods.linear(0.8, 5, place));
  }
}
