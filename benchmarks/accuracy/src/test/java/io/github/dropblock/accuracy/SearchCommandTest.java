package io.github.dropblock.accuracy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dropblock.accuracy.data.FashionMnist;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tiny search, in worker processes, on the real images. */
class SearchCommandTest {
  @TempDir private static Path folder;

  private static String table;

  @BeforeAll
  static void searchInOneThread() {
    assumeTrue(
        FashionMnist.isIn(FashionMnist.SYSTEM_FOLDER),
        "Fashion-MNIST is not installed: apt-get install dataset-fashion-mnist");
    table = search("one", "one.csv", "--threads", "1");
  }

  /** Returns what the command prints. */
  private static String search(String work, String store, String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("search", "--quick", "--method", "halving", "--trials", "3"));
    arguments.addAll(List.of("--work", folder.resolve(work).toString()));
    arguments.addAll(List.of("--store", folder.resolve(store).toString()));
    arguments.addAll(List.of(options));
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      assertEquals(0, Main.run(arguments.toArray(String[]::new)));
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  /** Trials are stored in the order in which they finish. */
  private static List<String> trials(String store) throws IOException {
    return Files.readAllLines(folder.resolve(store)).stream().sorted().toList();
  }

  @Test
  void threeCandidatesBeginAndTheBestGoesOn() throws IOException {
    List<String> budgets =
        trials("one.csv").stream()
            .filter(line -> !line.startsWith("rung"))
            .map(line -> line.split(",")[0] + " for " + line.split(",")[2])
            .toList();

    assertEquals(List.of("0 for 1", "0 for 1", "0 for 1", "1 for 3", "2 for 6"), budgets);
    assertEquals(1 + 5, table.lines().count(), table);
  }

  @Test
  void aSearchThatIsDoneTrainsNothing() throws IOException {
    byte[] before = Files.readAllBytes(folder.resolve("one.csv"));

    assertEquals(table, search("unused", "one.csv", "--threads", "1"));

    assertArrayEquals(before, Files.readAllBytes(folder.resolve("one.csv")));
    assertFalse(Files.exists(folder.resolve("unused")));
  }

  @Test
  void twoThreadsFindTheSame() throws IOException {
    assertEquals(table, search("two", "two.csv", "--threads", "2"));
    assertEquals(trials("one.csv"), trials("two.csv"));
  }

  @Test
  void sparkFindsTheSame() throws IOException {
    assertEquals(table, search("spark", "spark.csv", "--spark", "local[2]"));
    assertEquals(trials("one.csv"), trials("spark.csv"));
  }

  @Test
  void aStoreOfAnotherSearchIsRefused() throws IOException {
    Path copy = Files.copy(folder.resolve("one.csv"), folder.resolve("other.csv"));

    assertEquals(
        1,
        Main.run("search", "--quick", "--trials", "3", "--seed", "2", "--store", copy.toString()));

    assertEquals(trials("one.csv"), trials("other.csv"));
  }
}
