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
    methods.put(SceneMethods.DROPOUT, pointwise(Method.DROPOUT));
    methods.put(SceneMethods.SPATIAL_DROPOUT, pointwise(Method.SPATIAL_DROPOUT));
    methods.put(SceneMethods.FIXED, blocks(Place.BACKBONE, Schedule.FIXED, 0.95, 0.9));
    methods.put(SceneMethods.SCHEDULED, blocks(Place.BACKBONE, Schedule.LINEAR, 0.9, 0.8));
    methods.put(ON_PYRAMID, blocks(Place.PYRAMID, Schedule.LINEAR, 0.9, 0.8));
    return methods;
  }

  private static List<Trial> pointwise(Method method) {
    return List.of(
        trial(method, 0.95, 0, Place.BACKBONE, Schedule.FIXED),
        trial(method, 0.9, 0, Place.BACKBONE, Schedule.FIXED),
        trial(method, 0.9, 0, Place.BACKBONE, Schedule.LINEAR),
        trial(method, 0.8, 0, Place.BACKBONE, Schedule.LINEAR));
  }

  private static List<Trial> blocks(Place place, Schedule schedule, double weak, double strong) {
    return List.of(
        trial(Method.DROPBLOCK_EXACT, weak, 3, place, schedule),
        trial(Method.DROPBLOCK_EXACT, weak, 5, place, schedule),
        trial(Method.DROPBLOCK_EXACT, strong, 3, place, schedule),
        trial(Method.DROPBLOCK_EXACT, strong, 5, place, schedule));
  }

  private static Trial trial(
      Method method, double keepProb, int blockSize, Place place, Schedule schedule) {
    return new Trial(method, keepProb, blockSize, place, schedule, 0);
  }
}
