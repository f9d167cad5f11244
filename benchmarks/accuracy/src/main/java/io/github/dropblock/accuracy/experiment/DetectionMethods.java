package io.github.dropblock.accuracy.experiment;

import io.github.dropblock.accuracy.trial.Method;
import io.github.dropblock.accuracy.trial.Place;
import io.github.dropblock.accuracy.trial.Schedule;
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
    methods.put(
        SceneMethods.SPATIAL_DROPOUT,
        SceneMethods.pointwise(Method.SPATIAL_DROPOUT, 0.95, 0.9, 0.8));
    methods.put(SceneMethods.FIXED, blocks(Place.BACKBONE, Schedule.FIXED, 0.95, 0.9));
    methods.put(SceneMethods.SCHEDULED, blocks(Place.BACKBONE, Schedule.LINEAR, 0.9, 0.8));
    methods.put(ON_PYRAMID, blocks(Place.PYRAMID, Schedule.LINEAR, 0.9, 0.8));
    return methods;
  }

  private static List<Trial> blocks(Place place, Schedule schedule, double weak, double strong) {
    return List.of(
        SceneMethods.trial(Method.DROPBLOCK_EXACT, weak, 3, place, schedule),
        SceneMethods.trial(Method.DROPBLOCK_EXACT, weak, 5, place, schedule),
        SceneMethods.trial(Method.DROPBLOCK_EXACT, strong, 3, place, schedule),
        SceneMethods.trial(Method.DROPBLOCK_EXACT, strong, 5, place, schedule));
  }
}
