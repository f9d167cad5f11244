package io.github.dropblock.accuracy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.accuracy.detection.DetectionMeasure;
import io.github.dropblock.accuracy.detection.DetectionTrial;
import io.github.dropblock.accuracy.trial.EpochRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Detection and cells in small, in worker processes, on the real images. */
class DetectionQuickModeTest {
  /** At the beginning the loss is about 1.7, and AP about 0. */
  private static final double LOSS = 1.2;

  private static final double AP = 0.02;

  @TempDir private static Path folder;

  private static QuickRun quick() {
    return new QuickRun(folder, List.of("12", "13"));
  }

  @BeforeAll
  static void runExperiments() {
    quick().run();
  }

  private static List<List<String>> detectors() throws IOException {
    List<List<String>> rows = quick().csv("experiment-12.csv");
    assertEquals(DetectionMeasure.HEADER, rows.get(0));
    return rows.subList(1, rows.size());
  }

  @Test
  void detectorsLearn() throws IOException {
    for (List<String> row : detectors()) {
      assertTrue(DetectionMeasure.TRAIN_LOSS.in(row) < LOSS, row.toString());
      assertTrue(DetectionMeasure.TRAIN_AP.in(row) > AP, row.toString());
    }
  }

  @Test
  void eachTrialHasOneRowAndFreshSeedsAreTested() throws IOException {
    List<List<String>> rows = detectors();

    assertEquals(4 + 4 * 2, rows.size(), "four methods, a seed to tune by and two to test by");
    assertEquals(rows.size(), rows.stream().map(DetectionTrial::of).distinct().count());
    for (List<String> row : rows) {
      boolean fresh = DetectionTrial.of(row).trial().seed() > 100;
      assertEquals(fresh, !row.contains(""), row.toString());
    }
  }

  @Test
  void eachClassifierOfCellsHasOneRow() throws IOException {
    List<List<String>> rows = quick().csv("experiment-13.csv");

    assertEquals(1 + 4 * 2, rows.size(), "four settings, two seeds");
    assertEquals(rows.size(), rows.stream().distinct().count());
    for (List<String> row : rows.subList(1, rows.size())) {
      assertTrue(EpochRow.of(row).testAccuracy().isPresent(), row.toString());
    }
  }

  @Test
  void eachExperimentHasItsTablesAndPictures() throws IOException {
    for (String name : List.of("experiment-12", "experiment-12-scenes", "experiment-13")) {
      assertTrue(ImageIO.read(quick().output(name + ".png").toFile()).getWidth() > 400);
    }
    String detection = Files.readString(quick().output("experiment-12.md"));
    assertTrue(detection.contains("| scheduled DropBlock on the pyramid - none |"), detection);
    assertFalse(detection.contains("NaN"), detection);
    String cells = Files.readString(quick().output("experiment-13.md"));
    assertTrue(cells.contains("| DropBlock and DropPath - DropPath |"), cells);
  }

  @Test
  void anExperimentThatIsDoneIsNotDoneAgain() throws IOException {
    byte[] before = Files.readAllBytes(quick().output("experiment-12.csv"));
    byte[] cells = Files.readAllBytes(quick().output("experiment-13.csv"));

    quick().run();

    assertArrayEquals(before, Files.readAllBytes(quick().output("experiment-12.csv")));
    assertArrayEquals(cells, Files.readAllBytes(quick().output("experiment-13.csv")));
  }
}
