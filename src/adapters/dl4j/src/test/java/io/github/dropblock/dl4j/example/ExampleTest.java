package io.github.dropblock.dl4j.example;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The example of the documents runs, and is the one that they show. */
class ExampleTest {
  private static final Path DOCUMENT = Path.of("../../../docs/integrations.md");
  private static final Path SOURCE =
      Path.of("src/test/java/io/github/dropblock/dl4j/example/TrainWithDropBlock.java");

  @Test
  void itRuns() {
    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      TrainWithDropBlock.main(new String[0]);
    } finally {
      System.setOut(out);
    }
    String text = printed.toString(StandardCharsets.UTF_8);
    double score = Double.parseDouble(text.substring(text.indexOf("score ") + 6).trim());
    assertTrue(score > 0 && score < 2.5, text);
  }

  @Test
  void theDocumentShowsIt() throws IOException {
    String source = Files.readString(SOURCE);
    String shown = source.substring(source.indexOf("    int steps"), source.lastIndexOf("  }"));
    String document = Files.readString(DOCUMENT);
    assertTrue(document.contains(shown.stripTrailing().stripIndent().strip()), shown);
  }
}
