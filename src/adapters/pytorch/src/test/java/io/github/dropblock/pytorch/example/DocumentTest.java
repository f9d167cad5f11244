package io.github.dropblock.pytorch.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The code that the document prints is code of the examples, which other tests run. */
class DocumentTest {
  private static final Path DOCUMENT = Path.of("../../../docs/integrations.md");
  private static final Path EXAMPLES = Path.of("src/test/java/io/github/dropblock/pytorch/example");

  @Test
  void eachSnippetIsPartOfAnExample() throws IOException {
    List<String> examples = new ArrayList<>();
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      files.map(DocumentTest::text).forEach(examples::add);
    }
    List<String> snippets = snippets(text(DOCUMENT));
    assertEquals(4, snippets.size());
    for (String snippet : snippets) {
      assertTrue(examples.stream().anyMatch(example -> example.contains(snippet)), snippet);
    }
  }

  /** The lines without their indentation. */
  private static String text(Path file) {
    try {
      return String.join("\n", Files.readAllLines(file).stream().map(String::strip).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> snippets(String document) {
    String section = document.split("\n## PyTorch\n")[1].split("\n## ")[0];
    List<String> snippets = new ArrayList<>();
    for (String part : section.split("\n```java\n")) {
      snippets.add(part.split("\n```")[0]);
    }
    return snippets.subList(1, snippets.size());
  }
}
