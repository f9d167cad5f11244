package io.github.dropblock.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A search in threads needs no Spark on the class path. */
class SearchPackageTest {
  @Test
  void theSearchKnowsNothingOfSpark() throws IOException {
    Path classes = Path.of("target", "classes", "io", "github", "dropblock", "search");
    try (Stream<Path> files = Files.list(classes)) {
      List<Path> all = files.toList();
      assertTrue(all.size() > 10);
      assertEquals(List.of(), all.stream().filter(SearchPackageTest::namesSpark).toList());
    }
  }

  private static boolean namesSpark(Path file) {
    try {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      return text.contains("dropblock/spark") || text.contains("org/apache/spark");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
