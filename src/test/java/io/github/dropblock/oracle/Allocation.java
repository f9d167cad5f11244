package io.github.dropblock.oracle;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Assumptions;

/** What a call allocates in its thread. */
public final class Allocation {
  /** Vectors are objects until the loops are compiled, and that comes after some calls. */
  private static final int MOST_CALLS = 1000;

  private Allocation() {}

  /**
   * The least bytes of several calls, or those of the first that allocates no more than expected;
   * the test is skipped where the JVM does not count them.
   */
  public static long leastBytes(long expected, Runnable call) {
    Assumptions.assumeTrue(
        ManagementFactory.getThreadMXBean() instanceof ThreadMXBean bean
            && bean.isThreadAllocatedMemorySupported()
            && bean.isThreadAllocatedMemoryEnabled());
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long id = Thread.currentThread().getId();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < MOST_CALLS && least > expected; i++) {
      long before = threads.getThreadAllocatedBytes(id);
      call.run();
      least = Math.min(least, threads.getThreadAllocatedBytes(id) - before);
    }
    return least;
  }
}
