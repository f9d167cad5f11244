package io.github.dropblock.internal.apply;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntToLongFunction;

/**
 * Work that several threads do together, part by part.
 *
 * <p>Each thread takes the next part until none is left, so each part is done once. Helpers may
 * start late or never: the caller then does their parts. So a pool that is full, or that is shut
 * down meanwhile, delays nothing and loses no part.
 */
final class SharedWork implements Runnable {
  private final int parts;
  private final AtomicInteger taken = new AtomicInteger();
  private final AtomicLong sum = new AtomicLong();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final CountDownLatch unfinished;

  /** Null when all is done, so that a helper that is still queued does not keep arrays alive. */
  private volatile IntToLongFunction part;

  SharedWork(int parts, IntToLongFunction part) {
    this.parts = parts;
    this.part = part;
    this.unfinished = new CountDownLatch(parts);
  }

  /** Takes parts until none is left. */
  @Override
  public void run() {
    for (int i = taken.getAndIncrement(); i < parts; i = taken.getAndIncrement()) {
      try {
        sum.addAndGet(part.applyAsLong(i));
      } catch (Throwable e) {
        failure.compareAndSet(null, e);
      } finally {
        unfinished.countDown();
      }
    }
  }

  /**
   * Waits until all parts are done, and returns the sum of their results. An interrupt does not end
   * the wait, since other threads still write. The thread stays interrupted.
   */
  long await() {
    boolean interrupted = false;
    while (unfinished.getCount() > 0) {
      try {
        unfinished.await();
      } catch (InterruptedException e) {
        interrupted = true;
      } catch (OutOfMemoryError e) {
        Thread.onSpinWait(); // await() allocates. If it cannot, poll.
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    part = null;
    rethrow(failure.get());
    return sum.get();
  }

  private static void rethrow(Throwable failure) {
    if (failure instanceof Error e) {
      throw e;
    }
    if (failure instanceof RuntimeException e) {
      throw e;
    }
  }
}
