package io.github.dropblock.reliability.load;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * What the JVM holds on to.
 *
 * @param heap bytes of the heap after a collection
 * @param classes loaded classes
 * @param threads live threads
 * @param threadLocals the most values that a live thread keeps
 */
record Footprint(long heap, int classes, int threads, int threadLocals) {
  /** The JVM's own tables and statistics come and go; a byte for each of 10^6 calls is more. */
  private static final long MAX_HEAP_GROWTH = 512 << 10;

  /** The JVM makes some by itself, for reflection and management. */
  private static final int MAX_CLASS_GROWTH = 100;

  /** Threads of the JVM and of the common pool may come and go. */
  private static final int MAX_THREAD_GROWTH = 8;

  private static final int MAX_THREAD_LOCAL_GROWTH = 4;

  private static final int COLLECTIONS = 4;

  static Footprint now() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    return new Footprint(
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
        ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
        ManagementFactory.getThreadMXBean().getThreadCount(),
        ThreadLocals.most());
  }

  /** Returns what is more than in an earlier one, beyond what the JVM does by itself. */
  List<String> growthSince(Footprint before) {
    List<String> growth = new ArrayList<>();
    add(growth, "bytes of heap", before.heap, heap, MAX_HEAP_GROWTH);
    add(growth, "classes", before.classes, classes, MAX_CLASS_GROWTH);
    add(growth, "threads", before.threads, threads, MAX_THREAD_GROWTH);
    add(growth, "thread-locals", before.threadLocals, threadLocals, MAX_THREAD_LOCAL_GROWTH);
    return growth;
  }

  private static void add(List<String> growth, String what, long before, long after, long most) {
    if (after - before > most) {
      growth.add(
          String.format(
              "%s: from %,d to %,d, which is more than %,d more", what, before, after, most));
    }
  }

  @Override
  public String toString() {
    return String.format(
        "heap after GC %,d bytes, %d classes, %d threads, at most %d thread-locals of one",
        heap, classes, threads, threadLocals);
  }
}
