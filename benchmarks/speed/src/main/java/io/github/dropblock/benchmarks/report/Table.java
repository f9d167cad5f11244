package io.github.dropblock.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table in Markdown with aligned columns. */
final class Table {
  /**
   * A column.
   *
   * @param name its heading
   * @param isNumber whether it is aligned to the right
   * @param cell the text of an item
   */
  record Column<T>(String name, boolean isNumber, Function<T, String> cell) {
    static <T> Column<T> text(String name, Function<T, String> cell) {
      return new Column<>(name, false, cell);
    }

    static <T> Column<T> number(String name, ToDoubleFunction<T> value) {
      return new Column<>(name, true, item -> Verdict.format(value.applyAsDouble(item)));
    }

    private String rule(int width) {
      return isNumber ? "-".repeat(width - 1) + ":" : "-".repeat(width);
    }

    private String padded(String text, int width) {
      String padding = " ".repeat(width - text.length());
      return isNumber ? padding + text : text + padding;
    }
  }

  private Table() {}

  static <T> String of(List<Column<T>> columns, List<T> items) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(columns.stream().map(Column::name).toList());
    for (T item : items) {
      rows.add(columns.stream().map(column -> column.cell().apply(item)).toList());
    }
    int[] widths =
        IntStream.range(0, columns.size())
            .map(i -> rows.stream().mapToInt(row -> row.get(i).length()).max().orElseThrow())
            .toArray();
    rows.add(
        1,
        IntStream.range(0, widths.length).mapToObj(i -> columns.get(i).rule(widths[i])).toList());
    return rows.stream().map(row -> format(columns, row, widths)).collect(Collectors.joining());
  }

  private static <T> String format(List<Column<T>> columns, List<String> row, int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(i -> columns.get(i).padded(row.get(i), widths[i]))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
