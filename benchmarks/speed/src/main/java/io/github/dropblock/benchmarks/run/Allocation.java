package io.github.dropblock.benchmarks.run;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * The bytes that all threads allocate during an iteration.
 *
 * <p>JMH's own profiler counts what JMH allocates between iterations, too, which is some kilobytes
 * and so more than an object per call where an iteration has few calls.
 */
public final class Allocation {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static volatile long before;
  private static volatile long bytes;

  private Allocation() {}

  /** Starts an iteration. */
  public static void start() {
    before = total();
  }

  /** Ends it. Counting allocates, too: a second count tells how much. */
  public static void stop() {
    long after = total();
    long counting = total() - after;
    bytes = Math.max(0, after - before - counting);
  }

  /** Returns the bytes of the last iteration. */
  static long bytes() {
    return bytes;
  }

  private static long total() {
    long sum = 0;
    for (long allocated : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
      sum += Math.max(0, allocated); // -1 for a thread that has ended meanwhile.
    }
    return sum;
  }
}
