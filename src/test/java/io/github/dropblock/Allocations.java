package io.github.dropblock;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Assumptions;

/** What the calling thread allocates. */
final class Allocations {
  private Allocations() {}

  /**
   * The bytes that a call takes the second time: the first one may load classes. The test is
   * skipped where a JVM does not count them.
   */
  static long of(Runnable call) {
    Assumptions.assumeTrue(
        ManagementFactory.getThreadMXBean() instanceof ThreadMXBean bean
            && bean.isThreadAllocatedMemorySupported()
            && bean.isThreadAllocatedMemoryEnabled());
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long id = Thread.currentThread().getId();
    call.run();
    long before = threads.getThreadAllocatedBytes(id);
    call.run();
    return threads.getThreadAllocatedBytes(id) - before;
  }
}
