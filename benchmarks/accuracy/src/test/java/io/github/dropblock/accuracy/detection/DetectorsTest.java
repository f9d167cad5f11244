package io.github.dropblock.accuracy.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.accuracy.scene.Box;
import io.github.dropblock.accuracy.scene.Shapes;
import io.github.dropblock.accuracy.trial.Method;
import io.github.dropblock.accuracy.trial.Place;
import io.github.dropblock.accuracy.trial.Recipe;
import io.github.dropblock.accuracy.trial.Schedule;
import io.github.dropblock.accuracy.trial.Stop;
import io.github.dropblock.accuracy.trial.Trial;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectorsTest {
  private static final Recipe RECIPE = new Recipe(20, 10, 10, 1, 10, 0.05, 5e-4);
  private static final DetectionTrial NONE = trial(Trial.none(1));

  @TempDir private Path folder;

  private static DetectionTrial trial(Trial trial) {
    return new DetectionTrial(trial, 20, 8);
  }

  private static DetectionTrial dropBlock(double keepProb, Place place) {
    return trial(new Trial(Method.DROPBLOCK_EXACT, keepProb, 3, place, Schedule.FIXED, 1));
  }

  private Detectors detectors(String name) {
    return new Detectors(Shapes.data(), RECIPE, folder.resolve(name));
  }

  private static List<String> measured(List<String> row) {
    return row.subList(DetectionTrial.HEADER.size(), row.size());
  }

  @Test
  void anInterruptedTrialGoesOnToTheSameRow() throws IOException {
    DetectionTrial trial = dropBlock(0.8, Place.PYRAMID);
    List<String> expected = detectors("whole").run(trial, true, percent -> {});
    Detectors parts = detectors("parts");
    for (int stop : new int[] {25, 75}) {
      assertThrows(Stop.class, () -> parts.run(trial, true, Stop.at(stop)));
    }
    int[] epochs = {0};

    List<String> row = parts.run(trial, true, percent -> epochs[0]++);

    assertEquals(1, epochs[0], "the last of four epochs");
    assertEquals(expected, row);
  }

  @Test
  void keepingEverythingGivesTheBitsOfNone() throws IOException {
    List<String> none = detectors("none").run(NONE, true, percent -> {});
    for (Place place : List.of(Place.BACKBONE, Place.PYRAMID)) {
      List<String> kept = detectors("kept").run(dropBlock(1, place), true, percent -> {});
      assertEquals(measured(none), measured(kept));
    }
  }

  @Test
  void eachPlaceDropsElsewhere() throws IOException {
    String none = measured(detectors("none").run(NONE, false, percent -> {})).get(0);
    String backbone = trainLoss(Place.BACKBONE);
    String pyramid = trainLoss(Place.PYRAMID);

    assertNotEquals(none, backbone);
    assertNotEquals(none, pyramid);
    assertNotEquals(backbone, pyramid);
  }

  private String trainLoss(Place place) throws IOException {
    return measured(detectors("places").run(dropBlock(0.8, place), false, percent -> {})).get(0);
  }

  @Test
  void aTrialThatMayNotSeeTheTestScenesDoesNot() throws IOException {
    List<String> row = detectors("no").run(NONE, false, percent -> {});

    assertEquals(DetectionMeasure.HEADER.size(), row.size());
    assertTrue(DetectionMeasure.VALIDATION_LOSS.in(row) > 0);
    assertEquals(List.of("", "", "", ""), row.subList(row.size() - 4, row.size()));
  }

  /** Boxes that are found after so few steps are found because all parts fit together. */
  @Test
  void theNetworkLearnsToFindTheShapes() throws IOException {
    DetectionTrial trial = new DetectionTrial(Trial.none(1), 20, 200);
    Detectors detectors = detectors("learning");

    List<String> row = detectors.run(trial, true, percent -> {});

    assertTrue(DetectionMeasure.TRAIN_AP.in(row) > 0.4, row.toString());
    assertTrue(DetectionMeasure.TEST_AP50.in(row) > DetectionMeasure.TEST_AP.in(row));
    List<List<Box>> boxes = detectors.boxes(trial, 3);
    assertEquals(3, boxes.size());
    assertTrue(boxes.stream().anyMatch(found -> !found.isEmpty()));
    assertEquals(boxes, detectors.boxes(trial, 3));
  }
}
