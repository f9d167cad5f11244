package io.github.dropblock.reliability.platforms;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A golden file and how to compute its rows anew.
 *
 * @param name a word
 * @param lines the header and the rows
 * @param compute the row that should stand there, from the columns of the one that does
 */
record Group(String name, List<String> lines, Function<List<String>, String> compute) {
  /** The rows as they are on this platform. */
  List<String> rows() {
    List<String> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      rows.add(compute.apply(List.of(line.split(",", -1))));
    }
    return rows;
  }

  /** Prints a digest of the rows, and those that differ; how many do. */
  int report(PrintStream out) {
    List<String> rows = rows();
    out.println("digest=" + name + " " + rows.size() + " " + Hashes.crc32(rows));
    int differ = 0;
    for (int i = 0; i < rows.size(); i++) {
      String expected = lines.get(i + 1);
      if (!rows.get(i).equals(expected)) {
        differ++;
        out.println("differs=" + name + "\n  golden " + expected + "\n  here   " + rows.get(i));
      }
    }
    return differ;
  }
}
