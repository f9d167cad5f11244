package io.github.dropblock.internal.apply;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntToLongFunction;

/**
 * Work in parts that threads take one after the other, each part once.
 *
 * <p>Helpers may come late or never: what they have not taken is the caller's. So a pool that is
 * full, or shut down in the midst of it, delays nothing and loses no part.
 */
final class SharedWork implements Runnable {
  private final int parts;
  private final AtomicInteger taken = new AtomicInteger();
  private final AtomicLong sum = new AtomicLong();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final CountDownLatch unfinished;

  /** Null once all is done: a helper that still waits in a queue must not hold on to arrays. */
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
   * The sum of what the parts gave, once all are done. An interrupt does not end the wait, since
   * others still write; the thread stays interrupted.
   */
  long await() {
    boolean interrupted = false;
    while (unfinished.getCount() > 0) {
      try {
        unfinished.await();
      } catch (InterruptedException e) {
        interrupted = true;
      } catch (OutOfMemoryError e) {
        Thread.onSpinWait(); // To wait takes memory too, and without it one asks again.
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
