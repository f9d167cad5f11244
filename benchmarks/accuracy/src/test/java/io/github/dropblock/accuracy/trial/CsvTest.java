package io.github.dropblock.accuracy.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTest {
  private static final List<String> HEADER = List.of("a", "b");
  private static final List<List<String>> ROW = List.of(List.of("3", "4"));

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("file.csv");
  }

  @Test
  void addsRowsToANewAnEmptyAndAnOldFile() throws IOException {
    Csv.append(file, HEADER, ROW);
    assertEquals("a,b\n3,4\n", Files.readString(file));

    Files.writeString(file, "");
    Csv.append(file, HEADER, ROW);
    assertEquals("a,b\n3,4\n", Files.readString(file));

    Csv.append(file, HEADER, ROW);
    assertEquals("a,b\n3,4\n3,4\n", Files.readString(file));
  }

  @Test
  void addsRowsAfterALastLineWithoutItsEnd() throws IOException {
    Files.writeString(file, "a,b\n1,2");

    Csv.append(file, HEADER, ROW);

    assertEquals("a,b\n1,2\n3,4\n", Files.readString(file));
  }

  @Test
  void namesARowThatIsCutShort() throws IOException {
    Files.writeString(file, "a,b\n1,2\n3");

    IOException e = assertThrows(IOException.class, () -> Csv.append(file, HEADER, ROW));

    assertTrue(e.getMessage().endsWith("file.csv: row 3 has 1 fields of 2; remove it"));
    assertEquals("a,b\n1,2\n3", Files.readString(file));
  }
}
