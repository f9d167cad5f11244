package io.github.dropblock.examples.guide;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The recipes for engines are code of builds of their own, whose tests run it. */
class RecipesTest {
  /** The lines from one on up to another. */
  @ParameterizedTest
  @CsvSource({
    "recipes, TensorFlowNetwork, '    Ops tf', '  }'",
    "recipes, TensorFlowNetwork, '  /** Trains on', '\n\n'",
    "recipes, TensorFlowNetwork, '  private float[] withMasks', '\n\n'",
    "recipes, DropBlockFloatLayer, 'final class', '\n}\n'",
    "smile, DropBlockLayer, 'record', '\n}\n'",
    "smile, Network, '    maps =', '    add('",
    "smile, Training, '    DropBlock dropBlock', '    return'"
  })
  void theDocumentShowsIt(String build, String file, String from, String to) throws IOException {
    Path sources = Path.of(build, "src/main/java/io/github/dropblock/examples", build);
    String source = Files.readString(sources.resolve(file + ".java"));
    int start = source.indexOf(from);
    String shown =
        source.substring(start, source.indexOf(to, start)).stripTrailing().stripIndent().strip();
    assertTrue(String.join("\n", Docs.lines("integrations.md")).contains(shown), shown);
  }
}
