package io.github.dropblock.internal.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each part is done once, whatever becomes of the helpers, the caller's interrupts and errors. */
@Timeout(60)
class SharedWorkTest {
  private static final int PARTS = 5;

  private final AtomicIntegerArray times = new AtomicIntegerArray(PARTS);

  private long count(int part) {
    times.incrementAndGet(part);
    return 1L << part;
  }

  private void assertDoneOnce(long sum) {
    assertEquals((1 << PARTS) - 1, sum);
    for (int i = 0; i < PARTS; i++) {
      assertEquals(1, times.get(i), "part " + i);
    }
  }

  @Test
  void theCallerDoesAllIfNoHelperComes() {
    SharedWork work = new SharedWork(PARTS, this::count);
    work.run();
    assertDoneOnce(work.await());
    work.run();
    assertDoneOnce(work.await());
  }

  @Test
  void aPoolThatIsShutDownIsNotNeeded() {
    ForkJoinPool pool = new ForkJoinPool(3);
    pool.shutdownNow();
    assertDoneOnce(new Workers(pool, pool.getParallelism()).sum(PARTS, this::count));
  }

  /** The only workers are busy until the call is over. */
  @Test
  void aFullPoolIsNotWaitedFor() throws InterruptedException {
    ForkJoinPool pool = new ForkJoinPool(2);
    CountDownLatch over = new CountDownLatch(1);
    for (int i = 0; i < 2; i++) {
      pool.execute(() -> awaitQuietly(over));
    }
    assertDoneOnce(new Workers(pool, pool.getParallelism()).sum(PARTS, this::count));
    over.countDown();
    pool.shutdown();
    assertTrue(pool.awaitTermination(30, TimeUnit.SECONDS));
  }

  /** The only worker is the caller, so its helpers wait in its own queue until the end. */
  @Test
  void helpersThatHaveNotComeAreCalledOff() throws Exception {
    ForkJoinPool pool = new ForkJoinPool(1);
    AtomicLong waiting = new AtomicLong();
    Workers workers = new Workers(pool, PARTS);
    long waitingAfter =
        pool.submit(
                () -> {
                  long sum =
                      workers.sum(
                          PARTS,
                          part -> {
                            waiting.accumulateAndGet(pool.getQueuedTaskCount(), Math::max);
                            return count(part);
                          });
                  assertDoneOnce(sum);
                  return pool.getQueuedTaskCount();
                })
            .get();
    assertEquals(PARTS - 1, waiting.get());
    assertEquals(0, waitingAfter);
    pool.shutdown();
  }

  /** Calls do not pile up in a pool that does not keep up. */
  @Test
  void aFullPoolIsLeftAlone() {
    ForkJoinPool pool = new ForkJoinPool(2);
    CountDownLatch over = new CountDownLatch(1);
    for (int i = 0; i < 2; i++) {
      pool.execute(() -> awaitQuietly(over));
    }
    for (int call = 0; call < 1_000; call++) {
      new Workers(pool, pool.getParallelism()).sum(PARTS, part -> part);
    }
    assertTrue(pool.getQueuedSubmissionCount() <= 2 * 2 + PARTS, pool::toString);
    over.countDown();
    pool.shutdown();
  }

  /** One helper is in the midst of a part when its pool is shut down, the others have not begun. */
  @Test
  void aPoolThatIsShutDownInTheMidstLosesNothing() {
    ForkJoinPool pool = new ForkJoinPool(1);
    CountDownLatch begun = new CountDownLatch(1);
    Thread caller = Thread.currentThread();
    AtomicInteger helped = new AtomicInteger();
    long sum =
        new Workers(pool, 2)
            .sum(
                PARTS,
                part -> {
                  if (Thread.currentThread() == caller) {
                    awaitQuietly(begun);
                    pool.shutdownNow();
                  } else {
                    helped.incrementAndGet();
                    begun.countDown();
                  }
                  return count(part);
                });
    assertDoneOnce(sum);
    assertTrue(helped.get() > 0);
  }

  @Test
  void anInterruptEndsNothingAndIsKept() {
    ForkJoinPool pool = new ForkJoinPool(2);
    Thread caller = Thread.currentThread();
    AtomicInteger begun = new AtomicInteger();
    SharedWork work =
        new SharedWork(
            2,
            part -> {
              if (Thread.currentThread() != caller) {
                begun.incrementAndGet();
                // The caller's wait takes the interrupt; until then this part is not done.
                while (begun.get() < 2 || caller.isInterrupted()) {
                  Thread.onSpinWait();
                }
              }
              return 1;
            });
    pool.execute(work);
    while (begun.get() == 0) {
      Thread.onSpinWait();
    }
    caller.interrupt();
    begun.incrementAndGet();
    work.run();
    assertEquals(2, work.await());
    assertTrue(Thread.interrupted());
    pool.shutdown();
  }

  /** No thread writes any more once the caller has the error. */
  @Test
  void anErrorComesAfterAllPartsAreDone() {
    AssertionError error = new AssertionError();
    IllegalStateException exception = new IllegalStateException();
    for (Throwable thrown : new Throwable[] {error, exception}) {
      SharedWork work =
          new SharedWork(
              PARTS,
              part -> {
                count(part);
                if (part == 1) {
                  SharedWorkTest.<RuntimeException>raise(thrown);
                }
                return 0;
              });
      work.run();
      assertSame(thrown, assertThrows(Throwable.class, work::await));
    }
    for (int i = 0; i < PARTS; i++) {
      assertEquals(2, times.get(i));
    }
    assertFalse(Thread.interrupted());
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void raise(Throwable e) throws T {
    throw (T) e;
  }

  private static void awaitQuietly(CountDownLatch latch) {
    boolean interrupted = false;
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
