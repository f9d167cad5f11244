package io.github.dropblock.examples.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents say what the library computes, and point at what exists. */
class DocsTest {
  private static final Pattern LINK = Pattern.compile("]\\(([^)]+)\\)");

  @Test
  void theTablesAreTheLibrarys() {
    assertEquals(List.of(), missing("guide.md", Numbers.borders()));
    assertEquals(List.of(), missing("guide.md", List.of(Numbers.axes())));
    assertEquals(List.of(), missing("peers.md", Numbers.rates()));
  }

  private static List<String> missing(String document, List<String> rows) {
    List<String> missing = new ArrayList<>(rows);
    missing.removeAll(Docs.lines(document));
    return missing;
  }

  /** Every document of the repository, the README too. */
  static Stream<String> documents() throws IOException {
    Path docs = Docs.DIRECTORY.toRealPath();
    try (Stream<Path> files = Files.walk(docs.getParent())) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .filter(file -> !file.toString().contains("/target/"))
          .map(file -> docs.relativize(file).toString())
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void linksLeadSomewhere(String document) {
    Matcher link = LINK.matcher(String.join("\n", Docs.lines(document)));
    while (link.find()) {
      String target = link.group(1);
      if (target.startsWith("#")) {
        assertTrue(headings(document).contains(target.substring(1)), target);
      } else if (!target.startsWith("https:")) {
        String[] parts = target.split("#");
        Path file = Path.of(document).resolveSibling(parts[0]).normalize();
        assertTrue(Files.exists(Docs.DIRECTORY.resolve(file)), target);
        if (parts.length > 1) {
          assertTrue(headings(file.toString()).contains(parts[1]), target);
        }
      }
    }
  }

  @Test
  void theGuideIsAmongTheDocuments() throws IOException {
    assertTrue(documents().toList().contains("guide.md"));
  }

  /** As GitHub names them. */
  private static List<String> headings(String document) {
    return Docs.lines(document).stream()
        .filter(line -> line.matches("##+ .*"))
        .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
        .map(line -> line.replaceAll("[^a-z0-9 -]", "").replace(' ', '-'))
        .collect(Collectors.toList());
  }
}
