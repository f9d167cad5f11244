package io.github.dropblock.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.playground.golden.GoldenRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The program that replays golden files and the contract's vectors gives their rows on the JVM. */
class GoldenRowsTest {
  static final String REGULARIZERS = "golden-regularizers.csv";
  private static final String PASSES = "golden-passes.csv";

  /** The contract's files without replay. The first is a table of coefficients, without results. */
  private static final Set<String> NOT_REPLAYED =
      Set.of(
          "normal-quantile.csv",
          // The generator's class is hidden. The rows of dense.csv are made of its words.
          "xoshiro256pp.csv");

  /** All files of the contract but those, and the passes of masks over tensors. */
  static List<String> files() throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(Folders.CONTRACT)) {
      files.map(file -> file.getFileName().toString()).forEach(names::add);
    }
    names.removeIf(name -> !name.endsWith(".csv"));
    assertTrue(names.removeAll(NOT_REPLAYED) && names.add(PASSES), names::toString);
    return List.copyOf(names);
  }

  @ParameterizedTest
  @MethodSource("files")
  void rowsAreThoseOfTheFileOnTheJvm(String file) throws IOException {
    for (String row : rows(file)) {
      assertEquals(row, GoldenRows.row(file, row));
    }
  }

  @Test
  void noFileIsForgotten() throws IOException {
    assertEquals(17, files().size(), files().toString());
    for (String file : files()) {
      assertTrue(!rows(file).isEmpty(), file);
    }
  }

  /** The rows without the header. */
  static List<String> rows(String file) throws IOException {
    Path folder = file.equals(PASSES) ? Folders.PASSES : Folders.CONTRACT;
    List<String> lines = Files.readAllLines(folder.resolve(file));
    return lines.subList(1, lines.size());
  }
}
