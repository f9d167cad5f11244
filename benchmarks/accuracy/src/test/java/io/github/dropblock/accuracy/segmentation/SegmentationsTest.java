package io.github.dropblock.accuracy.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.accuracy.scene.Scene;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentationsTest {
  private static final Recipe RECIPE = new Recipe(20, 10, 10, 1, 10, 0.05, 5e-4);
  private static final SegmentationTrial NONE = trial(Trial.none(1));
  private static final SegmentationTrial DROPBLOCK = dropBlock(0.8, Place.BACKBONE_HEAD);

  @TempDir private Path folder;

  private static SegmentationTrial trial(Trial trial) {
    return new SegmentationTrial(trial, 20, 8, 12);
  }

  private static SegmentationTrial dropBlock(double keepProb, Place place) {
    return trial(new Trial(Method.DROPBLOCK_EXACT, keepProb, 5, place, Schedule.FIXED, 1));
  }

  private Segmentations segmentations(String name) {
    return new Segmentations(Shapes.data(), RECIPE, folder.resolve(name));
  }

  private static List<String> measured(List<String> row) {
    return row.subList(SegmentationTrial.HEADER.size(), row.size());
  }

  @Test
  void anInterruptedTrialGoesOnToTheSameRow() throws IOException {
    List<String> expected = segmentations("whole").run(DROPBLOCK, true, percent -> {});
    Segmentations parts = segmentations("parts");
    for (int stop : new int[] {25, 75}) {
      assertThrows(Stop.class, () -> parts.run(DROPBLOCK, true, Stop.at(stop)));
    }
    int[] epochs = {0};

    List<String> row = parts.run(DROPBLOCK, true, percent -> epochs[0]++);

    assertEquals(1, epochs[0], "the last of four epochs");
    assertEquals(expected, row);
  }

  @Test
  void keepingEverythingGivesTheBitsOfNone() throws IOException {
    List<String> none = segmentations("none").run(NONE, true, percent -> {});
    List<String> kept =
        segmentations("kept").run(dropBlock(1, Place.BACKBONE_HEAD), true, percent -> {});

    assertEquals(measured(none), measured(kept));
  }

  @ParameterizedTest
  @CsvSource({"BACKBONE, HEAD", "BACKBONE, BACKBONE_HEAD", "HEAD, BACKBONE_HEAD"})
  void eachPlaceDropsElsewhere(Place one, Place other) throws IOException {
    List<String> first = segmentations("one").run(dropBlock(0.8, one), false, percent -> {});
    List<String> second = segmentations("other").run(dropBlock(0.8, other), false, percent -> {});

    assertNotEquals(measured(first).get(0), measured(second).get(0));
  }

  @Test
  void aTrialThatMayNotSeeTheTestScenesDoesNot() throws IOException {
    List<String> row = segmentations("no").run(NONE, false, percent -> {});

    assertEquals(Measure.HEADER.size(), row.size());
    assertTrue(Measure.VALIDATION_MIOU.in(row) > 0);
    assertTrue(
        row.subList(row.size() - 7, row.size()).stream().allMatch(String::isEmpty), row.toString());
  }

  @Test
  void largerMapsAndMoreStepsLearnTheShapes() throws IOException {
    SegmentationTrial few = new SegmentationTrial(Trial.none(1), 20, 2, 24);
    SegmentationTrial many = new SegmentationTrial(Trial.none(1), 20, 60, 24);

    double before = Measure.TRAIN_MIOU.in(segmentations("f").run(few, false, percent -> {}));
    double after = Measure.TRAIN_MIOU.in(segmentations("m").run(many, false, percent -> {}));

    assertTrue(after > before + 0.05, before + " " + after);
  }

  @Test
  void predictionsAreThoseThatWereMeasured() throws IOException {
    Segmentations segmentations = segmentations("predictions");
    List<String> row = segmentations.run(NONE, true, percent -> {});
    List<Scene> scenes = segmentations.sets().test(RECIPE.testImages());
    List<byte[]> predictions = segmentations.predictions(NONE, scenes.size());
    ConfusionMatrix matrix = new ConfusionMatrix(Scene.LABELS);
    for (int n = 0; n < scenes.size(); n++) {
      for (int i = 0; i < predictions.get(n).length; i++) {
        matrix.add(scenes.get(n).labels()[i], predictions.get(n)[i]);
      }
    }

    assertEquals(Measure.TEST_MIOU.in(row), matrix.meanIou(), 1e-5);
  }

  @Test
  void rejectsStepsThatAreNoWholeEpochs() {
    SegmentationTrial odd = new SegmentationTrial(Trial.none(1), 20, 3, 12);

    assertThrows(
        IllegalArgumentException.class, () -> segmentations("odd").run(odd, false, percent -> {}));
  }
}
