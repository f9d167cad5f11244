package io.github.dropblock;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Assumptions;

/** What the calling thread allocates. */
final class Allocations {
  private Allocations() {}

  /** The bytes that a call takes; the test is skipped where a JVM does not count them. */
  static long of(Runnable call) {
    Assumptions.assumeTrue(
        ManagementFactory.getThreadMXBean() instanceof ThreadMXBean bean
            && bean.isThreadAllocatedMemorySupported()
            && bean.isThreadAllocatedMemoryEnabled());
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long id = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(id);
    call.run();
    return threads.getThreadAllocatedBytes(id) - before;
  }
}
