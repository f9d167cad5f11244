package io.github.dropblock.accuracy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.accuracy.job.WideJob;
import io.github.dropblock.accuracy.trial.EpochRow;
import io.github.dropblock.accuracy.trial.Method;
import io.github.dropblock.accuracy.trial.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Experiments 4, 5 and 11 in small, in worker processes, on the real images. */
class QuickModeTest {
  private static final int EPOCHS = Recipe.QUICK.epochs();
  private static final double CHANCE = 0.1;

  @TempDir private static Path folder;

  private static QuickRun quick() {
    return new QuickRun(folder, List.of("4", "5", "11"));
  }

  @BeforeAll
  static void runExperiments() {
    quick().run();
  }

  private static List<EpochRow> rows() throws IOException {
    List<List<String>> rows = quick().csv("experiment-4.csv");
    assertEquals(EpochRow.HEADER, rows.get(0));
    return rows.subList(1, rows.size()).stream().map(EpochRow::of).toList();
  }

  @Test
  void theNetworkLearns() throws IOException {
    for (EpochRow row : rows()) {
      if (row.trial().method() == Method.NONE) {
        assertTrue(row.validationAccuracy() > 4 * CHANCE, row.toString());
        assertTrue(row.testAccuracy().getAsDouble() > 4 * CHANCE, row.toString());
      }
    }
  }

  @Test
  void eachTrialHasOneRowWithItsTestAccuracy() throws IOException {
    List<EpochRow> rows = rows();

    assertEquals(3 * 2, rows.size(), "three networks, two seeds");
    assertEquals(rows.size(), rows.stream().map(EpochRow::trial).distinct().count());
    for (EpochRow row : rows) {
      assertEquals(EPOCHS, row.epoch());
      assertTrue(row.testAccuracy().isPresent());
    }
  }

  @Test
  void eachTrialOfTheWideRegimeHasOneRowWithItsBestEpoch() throws IOException {
    List<List<String>> rows = quick().csv("experiment-11.csv");

    assertEquals(1 + 3 * 2, rows.size(), "three settings, two seeds");
    for (List<String> row : rows.subList(1, rows.size())) {
      assertEquals(Recipe.QUICK_WIDE.epochs(), EpochRow.of(row).epoch());
      assertTrue(WideJob.best(row) >= EpochRow.of(row).validationAccuracy(), row.toString());
    }
  }

  @Test
  void eachExperimentHasItsTableAndPicture() throws IOException {
    for (int number : new int[] {4, 5, 11}) {
      assertTrue(Files.readString(quick().output("experiment-" + number + ".md")).contains("±"));
      assertTrue(
          ImageIO.read(quick().output("experiment-" + number + ".png").toFile()).getWidth() > 500);
    }
  }

  @Test
  void anExperimentThatIsDoneIsNotDoneAgain() throws IOException {
    byte[] before = Files.readAllBytes(quick().output("experiment-4.csv"));

    quick().run();

    assertArrayEquals(before, Files.readAllBytes(quick().output("experiment-4.csv")));
  }
}
