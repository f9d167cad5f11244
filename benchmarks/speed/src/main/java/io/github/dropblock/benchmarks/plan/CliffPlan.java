package io.github.dropblock.benchmarks.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * Each hot loop in many fresh JVMs. The JIT compiler decides anew in each of them, and what it
 * decides about a loop can depend on which loops ran before. So there are two orders.
 */
final class CliffPlan {
  private static final int JVMS_OF_AN_ORDER = 8;
  private static final Setting GROWN = new Setting(3, 0.9);

  private CliffPlan() {}

  static List<Fork> forks() {
    List<Row> forward = rows();
    List<Row> backward = new ArrayList<>(forward);
    Collections.reverse(backward);
    return Stream.of(forward, backward)
        .map(rows -> new Fork(Jvm.VECTOR, Plans.HEAP, Effort.CLIFF, Plans.byForm(rows)))
        .flatMap(fork -> Collections.nCopies(JVMS_OF_AN_ORDER, fork).stream())
        .toList();
  }

  private static List<Row> rows() {
    String shape = Shapes.IN_CACHE;
    List<Row> rows = Plans.rows(shape, Setting.PAPER, Work.SAMPLE);
    rows.add(new Row(Work.SAMPLE, shape, GROWN));
    Plans.DROPOUT.forEach(setting -> rows.add(new Row(Work.SAMPLE, shape, setting)));
    rows.addAll(
        Plans.rows(
            shape,
            Setting.PAPER,
            Work.APPLY,
            Work.APPLY_IN_PLACE,
            Work.BUFFER,
            Work.BUFFER_IN_PLACE,
            Work.SWAPPED,
            Work.NHWC,
            Work.SHARED_ALL,
            Work.BY_PLANE,
            Work.NOISE,
            Work.SPATIAL,
            Work.MULTIPLIERS,
            Work.SELECT));
    return rows;
  }
}
