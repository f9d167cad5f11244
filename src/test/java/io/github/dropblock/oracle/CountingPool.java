package io.github.dropblock.oracle;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;

/** A pool that counts the helpers it is asked for. */
public final class CountingPool extends ForkJoinPool {
  private final AtomicInteger asked = new AtomicInteger();

  /** Creates a pool with this number of threads. */
  public CountingPool(int threads) {
    super(threads);
  }

  /** Returns how many helpers it was asked for since the count was set to 0. */
  public int asked() {
    return asked.get();
  }

  /** Sets the count to 0. */
  public void reset() {
    asked.set(0);
  }

  /** Never too busy to be asked. */
  @Override
  public int getQueuedSubmissionCount() {
    return 0;
  }

  @Override
  public void execute(ForkJoinTask<?> task) {
    asked.incrementAndGet();
    super.execute(task);
  }
}
