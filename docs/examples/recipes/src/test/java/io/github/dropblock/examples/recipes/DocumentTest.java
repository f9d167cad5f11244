package io.github.dropblock.examples.recipes;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The recipes that the document prints are code of this build, which other tests run. */
class DocumentTest {
  private static final Path DOCUMENT = Path.of("../../integrations.md");
  private static final Path SOURCES = Path.of("src/main/java/io/github/dropblock/examples/recipes");

  /** The lines from one on up to another. */
  @ParameterizedTest
  @CsvSource({
    "TensorFlowNetwork, '    Ops tf', '  }'",
    "TensorFlowNetwork, '  /** Trains on', '\n\n'",
    "TensorFlowNetwork, '  private float[] withMasks', '\n\n'",
    "DropBlockFloatLayer, 'final class', '\n}\n'"
  })
  void theDocumentShowsIt(String file, String from, String to) throws IOException {
    String source = Files.readString(SOURCES.resolve(file + ".java"));
    int start = source.indexOf(from);
    String shown =
        source.substring(start, source.indexOf(to, start)).stripTrailing().stripIndent().strip();
    assertTrue(Files.readString(DOCUMENT).contains(shown), shown);
  }
}
