package io.github.dropblock.benchmarks.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The rows of the groups that are judged beside other rows of the same JVM. */
final class BesidePlans {
  private BesidePlans() {}

  static List<Fork> buffers() {
    return Plans.perShape(Jvm.VECTOR, Effort.FULL, Shapes.FIVE, BesidePlans::bufferRows);
  }

  private static List<Row> bufferRows(String shape) {
    List<Row> rows = Plans.rows(shape, Setting.PAPER, Work.APPLY_IN_PLACE);
    if (!shape.equals(Shapes.MAPS_7)) {
      rows.addAll(
          0, Plans.rows(shape, Setting.PAPER, Work.APPLY, Work.BUFFER, Work.BUFFER_IN_PLACE));
    }
    if (shape.equals(Shapes.MEDIUM) || shape.equals(Shapes.MAPS_7)) {
      rows.addAll(Plans.rows(shape, Setting.PAPER, Work.SWAPPED, Work.NHWC));
    }
    return rows;
  }

  static List<Fork> choices() {
    List<String> shapes = List.of(Shapes.MAPS_7, Shapes.MEDIUM);
    return Plans.perShape(Jvm.VECTOR, Effort.FULL, shapes, BesidePlans::choiceRows);
  }

  private static List<Row> choiceRows(String shape) {
    return Plans.rows(
        shape,
        Setting.PAPER,
        Work.APPLY,
        Work.SHARED_CHANNELS,
        Work.SHARED_BATCH,
        Work.SHARED_ALL,
        Work.BY_SAMPLE,
        Work.BY_PLANE,
        Work.NOISE,
        Work.SPATIAL,
        Work.PATH);
  }

  static List<Fork> family() {
    List<String> shapes = List.of(Shapes.IMAGES, Shapes.MEDIUM);
    return Plans.perShape(Jvm.VECTOR, Effort.FULL, shapes, BesidePlans::familyRows);
  }

  private static List<Row> familyRows(String shape) {
    return Plans.rows(
        shape,
        Setting.PAPER,
        Work.ERASING,
        Work.COARSE,
        Work.PATCHES,
        Work.EXACT_PATCHES,
        Work.GRID);
  }

  static List<Fork> threads() {
    return Plans.perShape(Jvm.VECTOR, Effort.FULL, Shapes.FOUR, BesidePlans::threadRows);
  }

  /** Dropout, and on the largest tensor the paper's setting too. */
  private static List<Row> threadRows(String shape) {
    List<Row> rows = Plans.rows(shape, Setting.dropout(0.9), Work.OUT);
    if (shape.equals(Shapes.LARGE)) {
      rows.add(0, new Row(Work.OUT, shape, Setting.PAPER));
    }
    List<Row> two = new ArrayList<>(rows.stream().map(row -> row.withThreads(2)).toList());
    Row product = new Row(Work.PRODUCT, shape, Setting.PAPER);
    two.add(0, product.with(Work.PRODUCT_HALVES).withThreads(2));
    rows.add(0, product);
    return Stream.of(rows, two).flatMap(List::stream).toList();
  }

  static List<Fork> peers() {
    return Plans.perShape(Jvm.LIBTORCH, Effort.PEERS, Shapes.FOUR, BesidePlans::peerRows);
  }

  private static List<Row> peerRows(String shape) {
    List<Row> rows =
        Plans.rows(
            shape,
            Setting.PAPER,
            Work.OUT,
            Work.TORCHVISION,
            Work.SEPARABLE,
            Work.CHANNELS_LAST,
            Work.CHANNELS_LAST_SEPARABLE,
            Work.PLAIN_JAVA);
    Plans.DROPOUT.forEach(setting -> rows.add(new Row(Work.LIBTORCH_DROPOUT, shape, setting)));
    return rows;
  }
}
