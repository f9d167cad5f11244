package io.github.dropblock.accuracy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.accuracy.segmentation.Measure;
import io.github.dropblock.accuracy.segmentation.SegmentationTrial;
import io.github.dropblock.accuracy.trial.Method;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Segmentation in small, in worker processes, on the real images. */
class SceneQuickModeTest {
  /** Who says background everywhere has this mIoU: 0.67 of the pixels, and ten labels never. */
  private static final double NOTHING_LEARNED = 0.67 / 11;

  @TempDir private static Path folder;

  private static QuickRun quick() {
    return new QuickRun(folder, List.of("7", "8", "9", "10"));
  }

  @BeforeAll
  static void runExperiments() {
    quick().run();
  }

  private static List<List<String>> rows(String name) throws IOException {
    List<List<String>> rows = quick().csv(name);
    assertEquals(Measure.HEADER, rows.get(0));
    return rows.subList(1, rows.size());
  }

  @Test
  void theNetworkLearns() throws IOException {
    for (List<String> row : rows("experiment-7.csv")) {
      assertTrue(Measure.TRAIN_LOSS.in(row) < Math.log(11) / 1.8, row.toString());
      if (SegmentationTrial.of(row).trial().method() == Method.NONE) {
        assertTrue(Measure.TRAIN_MIOU.in(row) > 1.6 * NOTHING_LEARNED, row.toString());
      }
    }
  }

  @Test
  void eachTrialHasOneRowAndFreshSeedsAreTested() throws IOException {
    List<List<String>> rows = rows("experiment-7.csv");

    assertEquals(6 + 6 * 2, rows.size(), "six methods, a seed to tune by and two to test by");
    assertEquals(rows.size(), rows.stream().map(SegmentationTrial::of).distinct().count());
    for (List<String> row : rows) {
      boolean fresh = SegmentationTrial.of(row).trial().seed() > 100;
      assertEquals(fresh, !row.contains(""), row.toString());
    }
    assertEquals(2 + 4 * 2, rows("experiment-8.csv").size(), "two to choose, four to test");
    assertEquals(2 * 2 * 2, rows("experiment-9.csv").size(), "two sizes, two networks, two seeds");
    assertEquals(3 * 3, rows("experiment-10.csv").size(), "three methods, three seeds");
  }

  @Test
  void eachExperimentHasItsTablesAndPictures() throws IOException {
    for (String name :
        List.of(
            "experiment-7",
            "experiment-7-scenes",
            "experiment-8",
            "experiment-9",
            "experiment-10")) {
      assertTrue(ImageIO.read(quick().output(name + ".png").toFile()).getWidth() > 500);
    }
    String text = Files.readString(quick().output("experiment-7.md"));
    assertTrue(text.contains("| scheduled DropBlock - SpatialDropout |"), text);
    assertFalse(text.contains("NaN"), text);
  }

  @Test
  void anExperimentThatIsDoneIsNotDoneAgain() throws IOException {
    byte[] before = Files.readAllBytes(quick().output("experiment-7.csv"));

    quick().run();

    assertArrayEquals(before, Files.readAllBytes(quick().output("experiment-7.csv")));
  }
}
