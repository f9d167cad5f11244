package io.github.dropblock.benchmarks.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The rows of the groups that are judged by the limit or by a copy. */
final class Plans {
  static final List<Setting> DROPOUT = List.of(Setting.dropout(0.5), Setting.dropout(0.9));
  private static final List<Double> KEEP_PROBS = List.of(0.5, 0.7, 0.9, 0.99);
  private static final int LARGEST_BLOCK = 15;

  static final int HEAP = 512;
  private static final int LARGE_HEAP = 2048;

  private Plans() {}

  static List<Fork> main() {
    return perShape(Jvm.VECTOR, Effort.FULL, Shapes.FIVE, Plans::mainRows);
  }

  private static List<Row> mainRows(String shape) {
    if (shape.equals(Shapes.MAPS_7)) {
      return rows(shape, Setting.PAPER, Work.LAYER, Work.LAYER_IN_PLACE);
    }
    List<Row> rows = rows(shape, Setting.PAPER, Work.APPLY, Work.OUT);
    DROPOUT.forEach(setting -> rows.add(new Row(Work.OUT, shape, setting)));
    rows.addAll(
        rows(
            shape,
            Setting.PAPER,
            Work.LAYER,
            Work.APPLY_IN_PLACE,
            Work.IN_PLACE,
            Work.LAYER_IN_PLACE));
    return rows;
  }

  static List<Fork> small() {
    return perShape(
        Jvm.VECTOR,
        Effort.ALONE,
        List.of(Shapes.SMALL, Shapes.SMALLEST),
        shape -> rows(shape, Setting.PAPER, Work.OUT));
  }

  /** One chunk for each keepProb, so that no row is far from its limit. */
  static List<Fork> blocks() {
    return Stream.of(Shapes.MEDIUM, Shapes.WIDE)
        .map(shape -> KEEP_PROBS.stream().map(keepProb -> blockRows(shape, keepProb)).toList())
        .map(chunks -> new Fork(Jvm.VECTOR, HEAP, Effort.MANY, chunks))
        .toList();
  }

  private static List<Row> blockRows(String shape, double keepProb) {
    return IntStream.rangeClosed(1, LARGEST_BLOCK)
        .mapToObj(block -> new Row(Work.OUT, shape, new Setting(block, keepProb)))
        .toList();
  }

  static List<Fork> scalar() {
    return perShape(
        Jvm.SCALAR, Effort.FULL, Shapes.FOUR, shape -> rows(shape, Setting.PAPER, Work.OUT));
  }

  static List<Fork> scaling() {
    List<List<Row>> chunks =
        Shapes.SIZES.stream().map(shape -> rows(shape, Setting.PAPER, Work.OUT)).toList();
    return List.of(new Fork(Jvm.VECTOR, LARGE_HEAP, Effort.MANY, chunks));
  }

  static List<Row> rows(String shape, Setting setting, Work... works) {
    return new ArrayList<>(Stream.of(works).map(work -> new Row(work, shape, setting)).toList());
  }

  static List<Fork> perShape(
      Jvm jvm, Effort effort, List<String> shapes, Function<String, List<Row>> rows) {
    return shapes.stream()
        .map(shape -> new Fork(jvm, HEAP, effort, byForm(rows.apply(shape))))
        .toList();
  }

  /** Separates what is done in place, which has another limit. */
  static List<List<Row>> byForm(Collection<Row> rows) {
    Map<Boolean, List<Row>> forms =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.work().isInPlace(), LinkedHashMap::new, Collectors.toList()));
    return List.copyOf(forms.values());
  }
}
