package io.github.dropblock.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    assertEquals(USAGE, Main.run("search", "--trials", "0"));
    assertEquals(USAGE, Main.run("search", "--threads", "0"));
    assertEquals(USAGE, Main.run("search", "--method", "nothing"));
    assertEquals(USAGE, Main.run("train", "--regularizer", "nothing"));
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
