package io.github.dropblock.benchmarks.report;

import io.github.dropblock.benchmarks.plan.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The table, in Markdown with aligned columns. */
final class Table {
  private static final List<String> HEADER =
      List.of(
          "work",
          "shape",
          "setting",
          "us a call",
          "ratio to copy",
          "times faster than libtorch",
          "target",
          "outcome");
  private static final int FIRST_NUMBER = 3;
  private static final int LAST_NUMBER = 5;

  private Table() {}

  static String of(List<Line> lines) {
    List<List<String>> cells = new ArrayList<>(lines.stream().map(Table::cells).toList());
    cells.add(0, HEADER);
    int[] widths =
        IntStream.range(0, HEADER.size())
            .map(i -> cells.stream().mapToInt(row -> row.get(i).length()).max().orElseThrow())
            .toArray();
    cells.add(1, rule(widths));
    return cells.stream().map(row -> format(row, widths)).collect(Collectors.joining());
  }

  private static List<String> cells(Line line) {
    Verdict verdict = line.verdict();
    return List.of(
        work(line),
        line.row().shape(),
        setting(line),
        Verdict.format(line.nanos() / 1000),
        Verdict.format(line.ratio()),
        line.timesFaster() == null ? "" : Verdict.format(line.timesFaster()),
        verdict.target(),
        verdict.outcome());
  }

  private static String work(Line line) {
    String work = line.row().work().label();
    if (line.group() == Group.SCALAR) {
      work += ", scalar kernels";
    }
    return line.row().threads() == 1 ? work : work + ", 2 threads";
  }

  private static String setting(Line line) {
    if (line.row().work().isCopy()) {
      return "";
    }
    String setting = line.row().setting().label();
    return line.group() == Group.BLOCKS ? setting + ", the slowest b" : setting;
  }

  private static List<String> rule(int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(i -> isNumber(i) ? "-".repeat(widths[i] - 1) + ":" : "-".repeat(widths[i]))
        .toList();
  }

  private static String format(List<String> row, int[] widths) {
    StringBuilder text = new StringBuilder("|");
    for (int i = 0; i < widths.length; i++) {
      String padding = " ".repeat(widths[i] - row.get(i).length());
      String cell = isNumber(i) ? padding + row.get(i) : row.get(i) + padding;
      text.append(' ').append(cell).append(" |");
    }
    return text.append('\n').toString();
  }

  private static boolean isNumber(int column) {
    return column >= FIRST_NUMBER && column <= LAST_NUMBER;
  }
}
