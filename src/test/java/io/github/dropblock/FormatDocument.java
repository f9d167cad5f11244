package io.github.dropblock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables and the example of docs/format.md. */
final class FormatDocument {
  /**
   * A row of a table of keys.
   *
   * @param type the type of its value, in the document's words
   * @param range its range and meaning
   */
  record Row(String type, String range) {}

  private final List<String> lines;

  FormatDocument() throws IOException {
    lines = Files.readAllLines(Path.of("docs/format.md"));
  }

  /** The rows of each table by their keys; the tables by their headings. */
  Map<String, Map<String, Row>> tables() {
    Map<String, Map<String, Row>> tables = new LinkedHashMap<>();
    Map<String, Row> table = null;
    for (String line : lines) {
      if (line.startsWith("#")) {
        table = line.startsWith("### ") ? new LinkedHashMap<>() : null;
      }
      if (line.startsWith("### ")) {
        tables.put(line.substring(4).replace("`", ""), table);
      } else if (table != null && line.startsWith("| `")) {
        String[] cells = line.split(" *\\| *", 5);
        table.put(cells[1].replace("`", ""), new Row(cells[2], cells[3]));
      }
    }
    return tables;
  }

  /** The hexadecimal digits of the first block of code, without what they mean. */
  String exampleInHex() {
    StringBuilder hex = new StringBuilder();
    for (String line : firstBlock()) {
      hex.append(line.substring(0, line.indexOf("  ")).replace(" ", ""));
    }
    return hex.toString();
  }

  private List<String> firstBlock() {
    List<String> block = new ArrayList<>();
    for (String line : lines.subList(lines.indexOf("```") + 1, lines.size())) {
      if (line.equals("```")) {
        break;
      }
      block.add(line);
    }
    return block;
  }

  boolean contains(String text) {
    return String.join(" ", lines).contains(text);
  }
}
