package io.github.dropblock.benchmarks.plan;

import java.util.List;

/**
 * What a visit measures before its rows. The first one is the copy, and the fastest one of the
 * rows' form, into another tensor or in place, is their limit.
 */
public final class Yardsticks {
  private static final List<Work> OUT =
      List.of(Work.COPY, Work.LOOP_COPY, Work.PRODUCT, Work.VECTOR_PRODUCT);
  private static final List<Work> IN_PLACE =
      List.of(Work.COPY, Work.PRODUCT_IN_PLACE, Work.VECTOR_PRODUCT_IN_PLACE);

  private Yardsticks() {}

  /**
   * Returns the rows to measure.
   *
   * @param row the first row of the visit
   * @param jvm without the vector module, the vector products are left out
   */
  public static List<Row> of(Row row, Jvm jvm) {
    return (row.work().isInPlace() ? IN_PLACE : OUT)
        .stream()
            .filter(work -> jvm != Jvm.SCALAR || !isVector(work))
            .map(work -> new Row(work, row.shape(), Setting.PAPER))
            .toList();
  }

  private static boolean isVector(Work work) {
    return work == Work.VECTOR_PRODUCT || work == Work.VECTOR_PRODUCT_IN_PLACE;
  }
}
