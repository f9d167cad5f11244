package io.github.dropblock.benchmarks.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The rows of each group. */
final class Plans {
  private static final List<String> SHAPES =
      List.of("32,256,14,14", "32,1024,14,14", "32,512,28,28", "8,256,56,56");
  private static final List<String> BLOCK_SHAPES = List.of("32,256,14,14", "8,256,56,56");
  private static final List<String> CHOICE_SHAPES =
      List.of("32,512,7,7", "32,256,14,14", "8,256,56,56");
  private static final List<String> SMALL_SHAPES = List.of("1,64,14,14", "1,64,7,7");
  // None so large that JMH's own bytes in an iteration are more than an object for each call.
  private static final List<String> ALLOCATION_SHAPES =
      List.of("1,64,14,14", "32,256,14,14", "8,256,56,56");
  // About 10^4, 10^5, 10^6, 10^7, 3 * 10^7 and 10^8 elements, of maps of one size.
  private static final List<String> SIZES =
      List.of(
          "1,51,14,14",
          "8,64,14,14",
          "80,64,14,14",
          "797,64,14,14",
          "2391,64,14,14",
          "7972,64,14,14");

  private static final List<Setting> DROPOUT = List.of(Setting.dropout(0.5), Setting.dropout(0.9));
  private static final List<Double> KEEP_PROBS = List.of(0.5, 0.7, 0.9, 0.99);
  private static final int LARGEST_BLOCK = 15;

  private static final int HEAP = 512;
  private static final int LARGE_HEAP = 2048;

  private Plans() {}

  static List<Fork> main() {
    return perShape(Jvm.VECTOR, Effort.FULL, SHAPES, Plans::mainRows);
  }

  private static List<Row> mainRows(String shape) {
    List<Row> rows = rows(shape, Setting.PAPER, Work.OUT, Work.IN_PLACE, Work.APPLY);
    DROPOUT.forEach(setting -> rows.add(new Row(Work.OUT, shape, setting)));
    return rows;
  }

  static List<Fork> small() {
    return perShape(
        Jvm.VECTOR, Effort.FULL, SMALL_SHAPES, shape -> rows(shape, Setting.PAPER, Work.OUT));
  }

  /** One chunk for each keepProb, so that no row is far from a copy. */
  static List<Fork> blocks() {
    return BLOCK_SHAPES.stream()
        .map(shape -> KEEP_PROBS.stream().map(keepProb -> blockRows(shape, keepProb)).toList())
        .map(chunks -> new Fork(Jvm.VECTOR, HEAP, Effort.MANY, chunks))
        .toList();
  }

  private static List<Row> blockRows(String shape, double keepProb) {
    List<Row> rows = new ArrayList<>();
    for (int block = 1; block <= LARGEST_BLOCK; block++) {
      rows.add(new Row(Work.OUT, shape, new Setting(block, keepProb)));
    }
    return rows;
  }

  static List<Fork> scalar() {
    return perShape(Jvm.SCALAR, Effort.FULL, SHAPES, shape -> rows(shape, Setting.PAPER, Work.OUT));
  }

  static List<Fork> threads() {
    return perShape(Jvm.VECTOR, Effort.FULL, SHAPES, Plans::threadRows);
  }

  private static List<Row> threadRows(String shape) {
    List<Row> rows = rows(shape, Setting.PAPER, Work.OUT);
    DROPOUT.forEach(setting -> rows.add(new Row(Work.OUT, shape, setting)));
    List<Row> two = new ArrayList<>(rows.stream().map(row -> row.withThreads(2)).toList());
    two.add(0, Row.copy(shape).with(Work.COPY_HALVES).withThreads(2));
    return Stream.of(rows, two).flatMap(List::stream).toList();
  }

  static List<Fork> buffers() {
    return perShape(Jvm.VECTOR, Effort.FULL, SHAPES, Plans::bufferRows);
  }

  private static List<Row> bufferRows(String shape) {
    return rows(
        shape, Setting.PAPER, Work.APPLY, Work.BUFFER, Work.APPLY_IN_PLACE, Work.BUFFER_IN_PLACE);
  }

  static List<Fork> scaling() {
    List<List<Row>> chunks =
        SIZES.stream().map(shape -> rows(shape, Setting.PAPER, Work.OUT)).toList();
    return List.of(new Fork(Jvm.VECTOR, LARGE_HEAP, Effort.FULL, chunks));
  }

  static List<Fork> allocation() {
    return perShape(Jvm.VECTOR, Effort.FULL, ALLOCATION_SHAPES, Plans::allocationRows);
  }

  private static List<Row> allocationRows(String shape) {
    return rows(shape, Setting.PAPER, Work.IN_PLACE, Work.NEW_MASK);
  }

  static List<Fork> choices() {
    return perShape(Jvm.VECTOR, Effort.FULL, CHOICE_SHAPES, Plans::choiceRows);
  }

  private static List<Row> choiceRows(String shape) {
    return rows(
        shape,
        Setting.PAPER,
        Work.SCALED_COPY,
        Work.SHARED_NONE,
        Work.SHARED_CHANNELS,
        Work.SHARED_BATCH,
        Work.SHARED_ALL,
        Work.BY_SAMPLE,
        Work.BY_PLANE,
        Work.NOISE,
        Work.SPATIAL,
        Work.PATH,
        Work.SWAPPED,
        Work.NHWC);
  }

  static List<Fork> peers() {
    return perShape(Jvm.LIBTORCH, Effort.PEERS, SHAPES, Plans::peerRows);
  }

  private static List<Row> peerRows(String shape) {
    List<Row> rows =
        rows(
            shape,
            Setting.PAPER,
            Work.OUT,
            Work.TORCHVISION,
            Work.SEPARABLE,
            Work.CHANNELS_LAST,
            Work.CHANNELS_LAST_SEPARABLE,
            Work.PLAIN_JAVA);
    DROPOUT.forEach(setting -> rows.add(new Row(Work.LIBTORCH_DROPOUT, shape, setting)));
    return rows;
  }

  private static List<Row> rows(String shape, Setting setting, Work... works) {
    return new ArrayList<>(Stream.of(works).map(work -> new Row(work, shape, setting)).toList());
  }

  private static List<Fork> perShape(
      Jvm jvm, Effort effort, List<String> shapes, Function<String, List<Row>> rows) {
    return shapes.stream()
        .map(shape -> new Fork(jvm, HEAP, effort, List.of(rows.apply(shape))))
        .toList();
  }
}
