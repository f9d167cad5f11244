package io.github.dropblock.accuracy.experiment;

import java.util.List;
import java.util.Locale;

/** A table in Markdown. */
final class Table {
  private final StringBuilder text = new StringBuilder();

  Table(String... columns) {
    row(List.of(columns));
    text.append("|---".repeat(columns.length)).append("|\n");
  }

  /** How many, with a comma before three digits. */
  static String count(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  Table row(String... cells) {
    return row(List.of(cells));
  }

  Table row(List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
