package io.github.dropblock.spark;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;

/** Where the partitions of an RDD begin. */
final class PartitionStarts {
  private PartitionStarts() {}

  /** The index of each partition's first element, and the number of all elements. */
  static long[] of(JavaRDD<?> rdd) {
    List<Long> counts = rdd.mapPartitions(PartitionStarts::count).collect();
    long[] starts = new long[counts.size() + 1];
    for (int i = 0; i < counts.size(); i++) {
      starts[i + 1] = starts[i] + counts.get(i);
    }
    return starts;
  }

  private static Iterator<Long> count(Iterator<?> partition) {
    long count = 0;
    for (; partition.hasNext(); partition.next()) {
      count++;
    }
    return List.of(count).iterator();
  }
}
