package io.github.dropblock.examples.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(strings = {"guide.md", "peers.md"})
  void linksLeadSomewhere(String document) {
    int links = 0;
    Matcher link = LINK.matcher(String.join("\n", Docs.lines(document)));
    while (link.find()) {
      String target = link.group(1);
      links++;
      if (target.startsWith("#")) {
        assertTrue(headings(document).contains(target.substring(1)), target);
      } else {
        assertTrue(Files.exists(Docs.DIRECTORY.resolve(target.replaceAll("#.*", ""))), target);
      }
    }
    assertTrue(links > 0, document);
  }

  /** As GitHub names them. */
  private static List<String> headings(String document) {
    return Docs.lines(document).stream()
        .filter(line -> line.startsWith("## "))
        .map(line -> line.substring(3).toLowerCase(Locale.ROOT))
        .map(line -> line.replaceAll("[^a-z0-9 -]", "").replace(' ', '-'))
        .collect(Collectors.toList());
  }
}
