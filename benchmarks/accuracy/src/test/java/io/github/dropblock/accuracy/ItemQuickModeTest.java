package io.github.dropblock.accuracy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.accuracy.job.OcclusionJob;
import io.github.dropblock.accuracy.job.UncertaintyJob;
import io.github.dropblock.accuracy.measure.Uncertainty;
import io.github.dropblock.accuracy.occlusion.Occlusion;
import io.github.dropblock.accuracy.trial.EpochRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Occlusion, uncertainty, the policy and numbers of images in small, on the real images. */
class ItemQuickModeTest {
  private static final double CHANCE = 0.1;

  @TempDir private static Path folder;

  private static QuickRun quick() {
    return new QuickRun(folder, List.of("14", "15", "16", "17"));
  }

  @BeforeAll
  static void runExperiments() {
    quick().run();
  }

  @Test
  void theNetworksLearn() throws IOException {
    for (String name :
        List.of("experiment-14.csv", "experiment-16-policy.csv", "experiment-17.csv")) {
      for (List<String> row : quick().rows(name)) {
        double accuracy = EpochRow.of(row).testAccuracy().orElseThrow();
        assertTrue(accuracy > 2 * CHANCE, name + row);
      }
    }
    for (List<String> row : quick().rows("experiment-15-left-out.csv")) {
      assertTrue(Uncertainty.ACCURACY.in(row) > 2 * CHANCE, row.toString());
    }
  }

  @Test
  void eachNetworkIsOccludedInEachWay() throws IOException {
    List<List<String>> rows = quick().rows("experiment-14-occluded.csv");

    assertEquals(3 * 2 * (1 + Occlusion.all().size()), rows.size(), "three networks, two seeds");
    for (List<List<String>> ofNetwork : networks(rows)) {
      double occluded =
          Occlusion.all().stream()
              .mapToDouble(occlusion -> OcclusionJob.occluded(ofNetwork, occlusion))
              .average()
              .orElseThrow();
      assertTrue(occluded < OcclusionJob.clean(ofNetwork), ofNetwork.toString());
    }
  }

  private static List<List<List<String>>> networks(List<List<String>> rows) {
    return rows.stream()
        .map(row -> row.subList(0, 6))
        .distinct()
        .map(fields -> rows.stream().filter(row -> row.subList(0, 6).equals(fields)).toList())
        .toList();
  }

  @Test
  void eachWayOfPredictingHasItsMeasures() throws IOException {
    List<List<String>> known = quick().rows("experiment-15-known.csv");
    List<List<String>> leftOut = quick().rows("experiment-15-left-out.csv");

    assertEquals(5 * 2, known.size(), "five ways, two seeds");
    assertEquals(5 * 2, leftOut.size(), "five ways, two seeds");
    assertEquals(3 * 2, known.stream().filter(row -> !UncertaintyJob.isMonteCarlo(row)).count());
    for (List<String> row : leftOut) {
      assertTrue(Uncertainty.AUROC_ENTROPY.in(row) > 0.2, row.toString());
      if (!UncertaintyJob.isMonteCarlo(row)) {
        assertEquals(0.5, Uncertainty.AUROC_INFORMATION.in(row), "a single draw tells nothing");
      }
    }
  }

  @Test
  void eachNumberOfImagesHasItsTrials() throws IOException {
    assertEquals(
        2 * 2 * 2, quick().rows("experiment-17.csv").size(), "two sizes, two ways, two seeds");
    assertEquals(2 * 2, quick().rows("experiment-16-policy.csv").size(), "two networks, two seeds");
  }

  @Test
  void eachExperimentHasItsTablesAndPictures() throws IOException {
    for (int number : new int[] {14, 15, 16, 17}) {
      String text = Files.readString(quick().output("experiment-" + number + ".md"));
      assertTrue(text.contains("±"), text);
      assertFalse(text.contains("NaN"), text);
      assertTrue(
          ImageIO.read(quick().output("experiment-" + number + ".png").toFile()).getWidth() > 500);
    }
    for (String name : List.of("14-images", "15-calibration", "15-left-out")) {
      assertTrue(
          ImageIO.read(quick().output("experiment-" + name + ".png").toFile()).getWidth() > 500);
    }
  }

  @Test
  void experimentsThatAreDoneAreNotDoneAgain() throws IOException {
    byte[] before = Files.readAllBytes(quick().output("experiment-15-left-out.csv"));

    quick().run();

    assertArrayEquals(before, Files.readAllBytes(quick().output("experiment-15-left-out.csv")));
  }
}
