package io.github.dropblock.accuracy.trial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.accuracy.data.Images;
import io.github.dropblock.accuracy.measure.Predictions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrialsTest {
  private static final Recipe RECIPE = new Recipe(100, 100, 100, 4, 25, 0.05, 5e-4);
  private static final Trial DROPBLOCK =
      new Trial(Method.DROPBLOCK, 0.9, 3, Place.GROUPS_34_SKIP, Schedule.LINEAR, 1);

  @TempDir private Path folder;

  private Trials trials(String name) {
    return new Trials(Patterns.data(), RECIPE, folder.resolve(name));
  }

  private static List<List<String>> fields(List<EpochRow> rows) {
    return rows.stream().map(EpochRow::fields).toList();
  }

  @Test
  void anInterruptedTrialGoesOnToTheSameBits() throws IOException {
    Trials whole = trials("whole");
    List<EpochRow> expected = whole.run(DROPBLOCK, true, epoch -> {});

    Trials parts = trials("parts");
    for (int stop : new int[] {1, 3}) {
      assertThrows(Stop.class, () -> parts.run(DROPBLOCK, true, Stop.at(stop)));
    }
    int[] first = {0};
    List<EpochRow> rows =
        parts.run(DROPBLOCK, true, epoch -> first[0] = first[0] == 0 ? epoch : first[0]);

    assertEquals(4, first[0], "the first epoch after the last interruption");
    assertEquals(fields(expected), fields(rows));
    assertArrayEquals(
        Files.readAllBytes(whole.model(DROPBLOCK)), Files.readAllBytes(parts.model(DROPBLOCK)));
  }

  @Test
  void aCheckpointOfAnotherRecipeIsNotUsed() throws IOException {
    assertThrows(Stop.class, () -> trials("same").run(DROPBLOCK, false, Stop.at(1)));
    Recipe other = new Recipe(100, 100, 100, 2, 50, 0.05, 5e-4);
    int[] epochs = {0};

    new Trials(Patterns.data(), other, folder.resolve("same"))
        .run(DROPBLOCK, false, epoch -> epochs[0]++);

    assertEquals(2, epochs[0]);
  }

  @Test
  void aDamagedCheckpointIsNotUsed() throws IOException {
    List<EpochRow> expected = trials("whole").run(DROPBLOCK, false, epoch -> {});
    Trials trials = trials("damaged");
    Path file = folder.resolve("damaged").resolve(DROPBLOCK.fileName() + ".checkpoint");
    for (boolean cut : new boolean[] {false, true}) {
      assertThrows(Stop.class, () -> trials.run(DROPBLOCK, false, Stop.at(2)));
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 1;
      Files.write(file, cut ? Arrays.copyOf(bytes, 5) : bytes);
      List<Integer> epochs = new ArrayList<>();

      assertEquals(fields(expected), fields(trials.run(DROPBLOCK, false, epochs::add)));
      assertEquals(List.of(1, 2, 3, 4), epochs);
    }
  }

  @Test
  void aDamagedNetworkIsNamed() throws IOException {
    Trials trials = trials("damaged");
    TrainedNetwork network = trials.network(DROPBLOCK);
    Path file = trials.model(DROPBLOCK);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    for (byte[] damaged : List.of(bytes, new byte[] {0, 0, 0, 9, 1})) {
      Files.write(file, damaged);

      IOException e = assertThrows(IOException.class, () -> network.accuracy(trials.testImages()));

      assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
    }
  }

  @Test
  void aTrialThatStoppedAtItsEndIsTestedAllTheSame() throws IOException {
    assertThrows(Stop.class, () -> trials("end").run(DROPBLOCK, false, Stop.at(4)));

    assertEquals(
        fields(trials("whole").run(DROPBLOCK, true, epoch -> {})),
        fields(trials("end").run(DROPBLOCK, true, epoch -> {})));
  }

  @Test
  void aSeedDecidesTheResult() throws IOException {
    List<List<String>> first = fields(trials("a").run(DROPBLOCK, false, epoch -> {}));
    List<EpochRow> other = trials("b").run(DROPBLOCK.withSeed(2), false, epoch -> {});

    assertEquals(first, fields(trials("c").run(DROPBLOCK, false, epoch -> {})));
    assertNotEquals(first.get(0).get(7), fields(other).get(0).get(7));
  }

  @ParameterizedTest
  @EnumSource(Method.class)
  void eachMethodLearns(Method method) throws IOException {
    Trial trial =
        method == Method.NONE
            ? Trial.none(1)
            : new Trial(method, 0.9, 3, method.usualPlace(), Schedule.FIXED, 1);

    List<EpochRow> rows = trials("learns").run(trial, true, epoch -> {});

    assertEquals(
        IntStream.rangeClosed(1, 4).boxed().toList(), rows.stream().map(EpochRow::epoch).toList());
    assertTrue(rows.get(3).trainLoss() < rows.get(0).trainLoss());
    assertTrue(rows.subList(0, 3).stream().noneMatch(row -> row.testAccuracy().isPresent()));
    assertTrue(rows.get(3).testAccuracy().isPresent());
  }

  @ParameterizedTest
  @EnumSource(value = Regime.class, names = "SMALL", mode = EnumSource.Mode.EXCLUDE)
  void otherRegimesLearnAndGoOnToTheSameBits(Regime regime) throws IOException {
    Trials whole = new Trials(Patterns.data(), RECIPE, folder.resolve("w"), regime);
    List<EpochRow> expected = whole.run(DROPBLOCK, true, epoch -> {});
    Trials parts = new Trials(Patterns.data(), RECIPE, folder.resolve("p"), regime);
    assertThrows(Stop.class, () -> parts.run(DROPBLOCK, true, Stop.at(1)));

    assertEquals(fields(expected), fields(parts.run(DROPBLOCK, true, epoch -> {})));
    assertTrue(expected.get(3).trainLoss() < expected.get(0).trainLoss());
    assertNotEquals(
        expected.get(0).trainLoss(),
        trials("small").run(DROPBLOCK, false, epoch -> {}).get(0).trainLoss());
  }

  @Test
  void cellsDropPathsAndBlocksOnlyWhereTheyAreToldTo() throws IOException {
    Trials cells = trials("small").in(Regime.CELLS);
    Trials paths = trials("small").in(Regime.CELLS_DROP_PATH);
    double none = lastLoss(cells, Trial.none(1));

    assertEquals(none, lastLoss(cells, blocks(1)), "all blocks are kept");
    assertNotEquals(none, lastLoss(cells, blocks(0.8)));
    assertNotEquals(none, lastLoss(paths, Trial.none(1)));
    assertNotEquals(lastLoss(paths, Trial.none(1)), lastLoss(paths, blocks(0.8)));
  }

  private static Trial blocks(double keepProb) {
    return new Trial(Method.DROPBLOCK_EXACT, keepProb, 7, Place.BACKBONE, Schedule.LINEAR, 1);
  }

  private static double lastLoss(Trials trials, Trial trial) throws IOException {
    return trials.run(trial, false, epoch -> {}).get(3).trainLoss();
  }

  @Test
  void aTrialThatMayNotSeeTheTestImagesDoesNot() throws IOException {
    List<EpochRow> rows = trials("no").run(Trial.none(1), false, epoch -> {});

    assertFalse(rows.stream().anyMatch(row -> row.testAccuracy().isPresent()));
  }

  @Test
  void predictionsAreThoseOfTheNetworkAndOfItsDraws() throws IOException {
    Trials trials = trials("predictions");
    TrainedNetwork network = trials.network(DROPBLOCK);
    Images images = trials.testImages();
    Predictions plain = network.predictions(Trial.none(1), 1, images);
    Predictions drawn = network.predictions(DROPBLOCK.atInference(), 10, images);

    assertEquals(network.accuracy(images), plain.accuracy());
    assertEquals(0, Arrays.stream(plain.mutualInformation()).max().getAsDouble(), 1e-6);
    assertTrue(Arrays.stream(drawn.mutualInformation()).max().getAsDouble() > 1e-4);
    assertArrayEquals(
        drawn.probabilities(),
        network.predictions(DROPBLOCK.atInference(), 10, images).probabilities());
    Trial everythingKept =
        new Trial(Method.DROPBLOCK, 1, 3, Place.GROUPS_34_SKIP, Schedule.FIXED, 1);
    assertArrayEquals(
        plain.probabilities()[99],
        network.predictions(everythingKept, 3, images).probabilities()[99],
        1e-6f);
  }

  @Test
  void testImagesAreTheFirstOnes() {
    assertEquals(30, trials("first").testImages(30).count());
    assertEquals(100, trials("first").testImages(1000).count());
    assertArrayEquals(
        Patterns.data().test().select(0, 1).pixels(), trials("first").testImages(2).pixels());
  }

  @Test
  void thePolicyChangesTheTrainingAndNotTheTest() throws IOException {
    Trials policy =
        new Trials(Patterns.data(), RECIPE, folder.resolve("policy"), Regime.WIDE_POLICY);
    Trials wide = new Trials(Patterns.data(), RECIPE, folder.resolve("wide"), Regime.WIDE);

    List<EpochRow> rows = policy.run(Trial.none(1), true, epoch -> {});

    assertNotEquals(
        wide.run(Trial.none(1), true, epoch -> {}).get(0).trainLoss(), rows.get(0).trainLoss());
    assertTrue(rows.get(3).trainLoss() < rows.get(0).trainLoss());
    assertEquals(
        rows.get(3).testAccuracy().getAsDouble(),
        policy.network(Trial.none(1)).accuracy(policy.testImages()));
  }

  @Test
  void aTrainedNetworkIsThatOfTheTrial() throws IOException {
    Trials trials = trials("network");
    List<EpochRow> rows = trials.run(DROPBLOCK, true, epoch -> {});
    Trial everythingKept =
        new Trial(Method.DROPBLOCK, 1, 7, Place.GROUPS_34_SKIP, Schedule.FIXED, 1);
    Trial nothingKept = new Trial(Method.DROPBLOCK, 0, 7, Place.GROUPS_34_SKIP, Schedule.FIXED, 1);
    TrainedNetwork network = trials.network(DROPBLOCK);

    assertEquals(
        rows.get(3).testAccuracy().getAsDouble(),
        network.accuracy(everythingKept, trials.testImages()));
    assertEquals(0.1, network.accuracy(nothingKept, trials.testImages()), 1e-9);
  }
}
