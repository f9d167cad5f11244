package io.github.dropblock.playground;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.playground.golden.GoldenRows;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program that replays the contract's files gives their rows on the JVM. */
class GoldenRowsTest {
  static final String MASKS = "golden-masks.csv";
  static final String REGULARIZERS = "golden-regularizers.csv";
  static final String MULTIPLIERS = "multipliers.csv";
  static final String RATES = "rates.csv";
  static final String HOLES = "holes.csv";

  @ParameterizedTest
  @ValueSource(strings = {MASKS, REGULARIZERS, MULTIPLIERS, RATES, HOLES})
  void rowsAreThoseOfTheFileOnTheJvm(String file) throws IOException {
    List<String> rows = rows(file);
    assertTrue(rows.size() > 20, "rows: " + rows.size());
    for (String row : rows) {
      assertEquals(row, GoldenRows.row(file, row));
    }
  }

  /** The rows without the header. */
  static List<String> rows(String file) throws IOException {
    List<String> lines = Files.readAllLines(Folders.CONTRACT.resolve(file));
    return lines.subList(1, lines.size());
  }
}
