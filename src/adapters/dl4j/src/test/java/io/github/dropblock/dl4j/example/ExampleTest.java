package io.github.dropblock.dl4j.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The examples of the documents run, and are the ones that they show. */
class ExampleTest {
  private static final Path DOCUMENT = Path.of("../../../docs/integrations.md");
  private static final Path TESTS = Path.of("src/test/java/io/github/dropblock/dl4j");

  private static String printed(Runnable example) {
    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      example.run();
    } finally {
      System.setOut(out);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  void trainingRuns() {
    String text = printed(() -> TrainWithDropBlock.main(new String[0]));
    double score = Double.parseDouble(text.substring(text.indexOf("score ") + 6).trim());
    assertTrue(score > 0 && score < 2.5, text);
  }

  @Test
  void samplingRuns() {
    String text = printed(() -> MeasureUncertainty.main(new String[0]));
    assertEquals(3, text.lines().filter(line -> line.startsWith("image ")).count(), text);
  }

  @Test
  void theDocumentShowsThem() throws IOException {
    assertShown("example/TrainWithDropBlock.java", "    int steps", "  }");
    assertShown("example/MeasureUncertainty.java", "    MonteCarlo outputs", "  }");
    assertShown("example/InsertIntoResNet.java", "    var dropBlock", "    return network");
    assertShown(
        "Networks.java", "                .layer(\"conv\"", "                .layer(\"pool\"");
  }

  /** The lines from one on up to the last one that begins with another. */
  private static void assertShown(String file, String from, String to) throws IOException {
    String source = Files.readString(TESTS.resolve(file));
    String shown = source.substring(source.indexOf(from), source.lastIndexOf(to));
    String document = Files.readString(DOCUMENT);
    assertTrue(document.contains(shown.stripTrailing().stripIndent().strip()), shown);
  }
}
