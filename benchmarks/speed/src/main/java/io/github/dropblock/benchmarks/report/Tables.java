package io.github.dropblock.benchmarks.report;

import io.github.dropblock.benchmarks.plan.Group;
import io.github.dropblock.benchmarks.plan.Row;
import io.github.dropblock.benchmarks.report.Table.Column;
import java.util.List;
import java.util.Locale;

/** The three tables of a run. */
final class Tables {
  private static final double NANOS_PER_MICRO = 1000;

  private static final List<Column<Line>> MAIN =
      List.of(
          Column.text("work", Tables::work),
          Column.text("shape", line -> line.measured().row().shape()),
          Column.text("setting", Tables::setting),
          Column.number("us a call", line -> line.measured().nanos() / NANOS_PER_MICRO),
          Column.number("limits", line -> line.measured().limits()),
          Column.number("copies", line -> line.measured().copies()),
          new Column<>("times faster than libtorch", true, Tables::timesFaster),
          new Column<>("bytes a call", true, Tables::bytes),
          Column.text("target", line -> line.verdict().target()),
          Column.text("outcome", line -> line.verdict().outcome()));

  private static final List<Column<FirstLine>> FIRST =
      List.of(
          Column.text("a fresh JVM", Tables::jvm),
          Column.number("empty, ms", line -> line.calls().empty()),
          Column.number("first mask, ms", line -> line.calls().mask()),
          Column.number("first pass, ms", line -> line.calls().pass()),
          Column.number("steady, ms", line -> line.calls().steady()),
          Column.number("empty, CPU ms", line -> line.calls().emptyCpu()),
          Column.number("first mask, CPU ms", line -> line.calls().maskCpu()),
          Column.text("target beyond empty", line -> line.verdict().target()),
          Column.text("outcome", line -> line.verdict().outcome()));

  private static final List<Column<Cliff>> CLIFF =
      List.of(
          Column.text("loop", cliff -> cliff.row().work().label()),
          Column.text("setting", cliff -> cliff.row().setting().label()),
          Column.number("JVMs", Cliff::jvms),
          Column.number("ns an element", Cliff::nanosPerElement),
          Column.text("target", cliff -> cliff.verdict().target()),
          Column.text("outcome", cliff -> cliff.verdict().outcome()));

  private Tables() {}

  /** Returns the tables that are not empty. */
  static String of(List<Line> lines, List<FirstLine> firsts, List<Cliff> cliffs) {
    return table(MAIN, lines) + table(FIRST, firsts) + table(CLIFF, cliffs);
  }

  private static <T> String table(List<Column<T>> columns, List<T> items) {
    return items.isEmpty() ? "" : Table.of(columns, items) + "\n";
  }

  private static String work(Line line) {
    Row row = line.measured().row();
    String work = row.work().label();
    if (line.group() == Group.SCALAR) {
      work += ", scalar kernels";
    }
    return row.threads() == 1 ? work : work + ", 2 threads";
  }

  private static String setting(Line line) {
    Row row = line.measured().row();
    if (row.work().isLimit()) {
      return "";
    }
    String setting = row.setting().label();
    return line.group() == Group.BLOCKS ? setting + ", the slowest b" : setting;
  }

  private static String timesFaster(Line line) {
    return line.timesFaster() == null ? "" : Verdict.format(line.timesFaster());
  }

  private static String bytes(Line line) {
    Verdict verdict = line.bytes();
    if (verdict.value() == null) {
      return "";
    }
    String missed = Boolean.FALSE.equals(verdict.met()) ? "MISSED " : "";
    return missed + String.format(Locale.ROOT, "%.0f", verdict.value());
  }

  private static String jvm(FirstLine line) {
    String sharing = line.calls().sharing();
    String kernels = line.calls().kernels() + " kernels";
    return sharing.isEmpty() ? kernels : kernels + ", " + sharing;
  }
}
