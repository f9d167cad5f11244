package io.github.dropblock.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program of the README: it is this one, and it does what it says. */
class ThreadSearchExampleTest {
  @Test
  void theReadmeShowsIt() throws Exception {
    Path source = Path.of("src/test/java/io/github/dropblock/example/ThreadSearchExample.java");
    String shown = "```java\n" + Files.readString(source) + "```\n";
    assertTrue(Files.readString(Path.of("README.md")).contains(shown));
  }

  @Test
  void itPrintsTheThreeBestTrialsAndStoresAll(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("search.csv");
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      ThreadSearchExample.main(new String[] {file.toString()});
    } finally {
      System.setOut(before);
    }
    List<String> best = bytes.toString(StandardCharsets.UTF_8).lines().toList();
    assertEquals(3, best.size());
    assertTrue(best.get(0).contains("blockSize=7"), best.get(0));
    assertEquals(1 + 20, Files.readAllLines(file).size());
  }
}
