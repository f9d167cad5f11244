package io.github.dropblock.examples.smile;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The recipe that the document prints is code of this build, which other tests run. */
class DocumentTest {
  private static final Path DOCUMENT = Path.of("../../integrations.md");
  private static final Path SOURCES = Path.of("src/main/java/io/github/dropblock/examples/smile");

  /** The lines from one on up to another. */
  @ParameterizedTest
  @CsvSource({
    "DropBlockLayer, 'record', '\n}\n'",
    "Network, '    maps =', '    add('",
    "Training, '    DropBlock dropBlock', '    return'"
  })
  void theDocumentShowsIt(String file, String from, String to) throws IOException {
    String source = Files.readString(SOURCES.resolve(file + ".java"));
    int start = source.indexOf(from);
    String shown =
        source.substring(start, source.indexOf(to, start)).stripTrailing().stripIndent().strip();
    assertTrue(Files.readString(DOCUMENT).contains(shown), shown);
  }
}
