package io.github.dropblock.djl.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.djl.DropBlocks;
import io.github.dropblock.schedule.KeepProbSchedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelZooExampleTest {
  /** Ten convolutions and two skip connections are in the last two groups. */
  @Test
  void theLastTwoGroupsDrop() {
    var layers = DropBlocks.layers(ModelZooExample.network(24));
    assertEquals(12, layers.size());
    assertEquals(
        KeepProbSchedule.linear(1, .9, 24).toMap(),
        layers.get(11).schedule().orElseThrow().toMap());
  }

  /** What the document prints is what runs here. */
  @Test
  void theDocumentPrintsIt() throws IOException {
    String document = text(Path.of("../../../docs/integrations.md"));
    String example =
        text(Path.of("src/test/java/io/github/dropblock/djl/example/ModelZooExample.java"));
    String body = example.split("totalSteps\\) \\{\n")[1].split("\nreturn")[0];
    assertTrue(document.contains("```java\n" + body + "\n```"), body);
  }

  /** The lines without their indentation. */
  private static String text(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    return String.join("\n", lines.stream().map(String::strip).toList());
  }
}
