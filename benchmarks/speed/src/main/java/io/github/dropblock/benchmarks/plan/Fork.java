package io.github.dropblock.benchmarks.plan;

import java.util.List;

/**
 * Rows that are measured in one JVM.
 *
 * @param jvm its kind
 * @param heapMegabytes its heap
 * @param effort how long to measure
 * @param chunks rows in the order of a visit; each chunk is of one shape and one form (in place or
 *     not), and its limit is measured first
 */
public record Fork(Jvm jvm, int heapMegabytes, Effort effort, List<List<Row>> chunks) {
  /** Returns all rows but the limits, in order. */
  public List<Row> rows() {
    return chunks.stream().flatMap(List::stream).toList();
  }

  /** Returns the options of its JVM, without the class path. */
  public List<String> options() {
    return jvm.options(heapMegabytes);
  }
}
