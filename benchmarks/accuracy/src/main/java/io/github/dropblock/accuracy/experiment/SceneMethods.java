package io.github.dropblock.accuracy.experiment;

import io.github.dropblock.accuracy.trial.Method;
import io.github.dropblock.accuracy.trial.Place;
import io.github.dropblock.accuracy.trial.Schedule;
import io.github.dropblock.accuracy.trial.Trial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The settings among which each method's is chosen: the same number for each. */
final class SceneMethods {
  static final String NONE = "none";
  static final String DROPOUT = "dropout";
  static final String SPATIAL_DROPOUT = "SpatialDropout";
  static final String CUTOUT = "Cutout";
  static final String FIXED = "DropBlock";
  static final String SCHEDULED = "scheduled DropBlock";

  private SceneMethods() {}

  /** All methods, with blocks and channels dropped in the backbone. */
  static Map<String, List<Trial>> all() {
    Map<String, List<Trial>> methods = new LinkedHashMap<>();
    methods.put(NONE, List.of(Trial.none(0)));
    methods.put(DROPOUT, pointwise(Method.DROPOUT, 0.9, 0.8, 0.7));
    methods.put(SPATIAL_DROPOUT, pointwise(Method.SPATIAL_DROPOUT, 0.9, 0.8, 0.7));
    methods.put(CUTOUT, Stream.of(8, 12, 16, 20).map(SceneMethods::hole).toList());
    methods.put(FIXED, List.of(fixed(0.9, 5), fixed(0.9, 3), fixed(0.9, 7), fixed(0.8, 5)));
    methods.put(SCHEDULED, scheduled(Place.BACKBONE));
    return methods;
  }

  /** Two fixed keepProbs in the backbone, and two at the end of a schedule. */
  static List<Trial> pointwise(Method method, double weak, double medium, double strong) {
    return List.of(
        trial(method, weak, 0, Place.BACKBONE, Schedule.FIXED),
        trial(method, medium, 0, Place.BACKBONE, Schedule.FIXED),
        trial(method, medium, 0, Place.BACKBONE, Schedule.LINEAR),
        trial(method, strong, 0, Place.BACKBONE, Schedule.LINEAR));
  }

  private static Trial hole(int size) {
    return trial(Method.CUTOUT, 1, size, Place.INPUT, Schedule.FIXED);
  }

  private static Trial fixed(double keepProb, int blockSize) {
    return trial(Method.DROPBLOCK_EXACT, keepProb, blockSize, Place.BACKBONE, Schedule.FIXED);
  }

  /** Scheduled DropBlock at a place. */
  static List<Trial> scheduled(Place place) {
    return List.of(
        linear(0.8, 5, place), linear(0.8, 3, place), linear(0.8, 7, place), linear(0.7, 5, place));
  }

  /** DropBlock whose keepProb falls linearly from 1. */
  static Trial linear(double keepProb, int blockSize, Place place) {
    return trial(Method.DROPBLOCK_EXACT, keepProb, blockSize, place, Schedule.LINEAR);
  }

  /** Two settings of each method, for maps of 24x24: blocks that cover as much of the scene. */
  static Map<String, List<Trial>> forLargeMaps() {
    Map<String, List<Trial>> methods = new LinkedHashMap<>();
    methods.put(NONE, List.of(Trial.none(0)));
    methods.put(
        SPATIAL_DROPOUT,
        List.of(
            trial(Method.SPATIAL_DROPOUT, 0.9, 0, Place.BACKBONE, Schedule.FIXED),
            trial(Method.SPATIAL_DROPOUT, 0.8, 0, Place.BACKBONE, Schedule.LINEAR)));
    methods.put(
        SCHEDULED, List.of(linear(0.8, 11, Place.BACKBONE), linear(0.8, 7, Place.BACKBONE)));
    return methods;
  }

  static Trial trial(Method method, double keepProb, int size, Place place, Schedule schedule) {
    return new Trial(method, keepProb, size, place, schedule, 0);
  }

  /** A setting in words. */
  static String setting(Trial trial) {
    return switch (trial.method()) {
      case NONE -> "";
      case CUTOUT -> "hole " + trial.blockSize();
      default ->
          "keepProb "
              + (trial.schedule() == Schedule.FIXED ? "" : trial.schedule() + " to ")
              + trial.keepProb()
              + (trial.method().isDropBlock() ? ", b " + trial.blockSize() : "");
    };
  }
}
