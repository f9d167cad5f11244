package io.github.dropblock.accuracy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  private static final int USAGE = 2;
  private static final int FAILED = 1;

  @TempDir private Path empty;

  @Test
  void rejectsWhatItDoesNotKnow() {
    assertEquals(USAGE, Main.run());
    assertEquals(USAGE, Main.run("experiment"));
    assertEquals(USAGE, Main.run("experiment", "18"));
    assertEquals(USAGE, Main.run("experiment", "1", "--jobs", "0"));
    assertEquals(USAGE, Main.run("cost", "--rounds", "0"));
    assertEquals(USAGE, Main.run("cost", "--rounds", "2147483647"));
    assertEquals(USAGE, Main.run("search", "--trials", "0"));
    assertEquals(USAGE, Main.run("search", "--threads", "0"));
    assertEquals(USAGE, Main.run("search", "--method", "nothing"));
    assertEquals(USAGE, Main.run("train", "--regularizer", "nothing"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--keep-prob 1.5",
        "--keep-prob -0.1",
        "--keep-prob NaN",
        "--block-size 0",
        "--place head",
        "--place pyramid",
        "--place nowhere",
        "--regularizer none --keep-prob 0.5",
        "--regularizer none --place backbone",
        "--regularizer dropout --block-size 3",
        "--regularizer cutout --keep-prob 0.1",
        "--regularizer cutout --schedule linear",
        "--regularizer cutout --block-size -1",
        "--regularizer label-smoothing --schedule linear",
        "--regularizer label-smoothing --place input"
      })
  void refusesValuesThatAreOutOfRangeOrMeanNothing(String options) {
    assertEquals(USAGE, Main.run(("train " + options).split(" ")));
  }

  @Test
  void refusesAFolderAsAFileBeforeItBegins() {
    String folder = empty.toString();

    assertEquals(FAILED, Main.run("train", "--quick", "--work", folder, "--output", folder));
    assertEquals(FAILED, Main.run("scenes", "--output", folder));
    assertArrayEquals(new String[0], empty.toFile().list());
  }

  @Test
  void drawsScenesOfAnotherSeedOnlyElsewhere() {
    assertEquals(USAGE, Main.run("scenes", "--seed", "5"));
  }

  @Test
  void failsWithoutTheData() {
    String folder = empty.toString();

    assertEquals(FAILED, Main.run("train", "--data", folder, "--work", folder));
    assertEquals(FAILED, Main.run("cost", "--data", folder, "--work", folder));
    assertEquals(FAILED, Main.run("search", "--data", folder, "--work", folder));
    assertEquals(FAILED, Main.run("experiment", "1", "--data", folder, "--work", folder));
  }
}
