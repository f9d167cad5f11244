package io.github.dropblock.examples.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The documents, as they are in the repository. */
final class Docs {
  static final Path DIRECTORY = Path.of("..");

  /**
   * A block of Java.
   *
   * @param document the file's name
   * @param line of its first line, from 1
   * @param lines the code
   */
  record Snippet(String document, int line, List<String> lines) {
    String name() {
      return document.replaceAll("^.*/|[.]md$", "") + "_line_" + line;
    }

    List<String> imports() {
      return lines.stream().filter(Snippet::isImport).toList();
    }

    List<String> statements() {
      return lines.stream().filter(text -> !isImport(text)).toList();
    }

    private static boolean isImport(String text) {
      return text.startsWith("import ");
    }
  }

  private Docs() {}

  static List<String> lines(String document) {
    try {
      return Files.readAllLines(DIRECTORY.resolve(document));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Snippet> snippets(String document) {
    List<Snippet> snippets = new ArrayList<>();
    List<String> lines = lines(document);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).equals("```java")) {
        int end = i + 1 + lines.subList(i + 1, lines.size()).indexOf("```");
        snippets.add(new Snippet(document, i + 2, lines.subList(i + 1, end)));
      }
    }
    return snippets;
  }
}
