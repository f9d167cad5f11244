package io.github.dropblock.oracle;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Assumptions;

/** What a call allocates in its thread. */
public final class Allocation {
  /** Vectors are objects until the loops are compiled, and that comes after some calls. */
  private static final int MOST_CALLS = 20_000;

  /** Number of calls after which the compiler gets some time, in case all CPUs are busy. */
  private static final int CALLS_BETWEEN_PAUSES = 100;

  private static final int PAUSE_MILLIS = 20;

  private Allocation() {}

  /**
   * The bytes that a call takes the second time: the first one may load classes. The test is
   * skipped where a JVM does not count them.
   */
  public static long bytes(Runnable call) {
    ThreadMXBean threads = threads();
    call.run();
    return once(threads, call);
  }

  /**
   * The least bytes of several calls, or those of the first that allocates no more than expected;
   * the test is skipped where the JVM does not count them.
   */
  public static long leastBytes(long expected, Runnable call) {
    ThreadMXBean threads = threads();
    long least = Long.MAX_VALUE;
    for (int i = 1; i <= MOST_CALLS && least > expected; i++) {
      least = Math.min(least, once(threads, call));
      if (i % CALLS_BETWEEN_PAUSES == 0) {
        pause();
      }
    }
    return least;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ThreadMXBean threads() {
    Assumptions.assumeTrue(
        ManagementFactory.getThreadMXBean() instanceof ThreadMXBean bean
            && bean.isThreadAllocatedMemorySupported()
            && bean.isThreadAllocatedMemoryEnabled());
    return (ThreadMXBean) ManagementFactory.getThreadMXBean();
  }

  private static long once(ThreadMXBean threads, Runnable call) {
    long id = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(id);
    call.run();
    return threads.getThreadAllocatedBytes(id) - before;
  }
}
