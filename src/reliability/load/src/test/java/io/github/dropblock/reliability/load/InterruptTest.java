package io.github.dropblock.reliability.load;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.Threads;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A call of an interrupted thread completes as always, and the flag stays. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InterruptTest {
  private static final int INTERRUPTED_CALLS = 20;

  private final Subject subject = new Subject();
  private final ForkJoinPool pool = new ForkJoinPool(4);

  @AfterEach
  void end() {
    pool.shutdown();
  }

  @Test
  void theFlagMayBeSetBefore() {
    Thread.currentThread().interrupt();
    subject.check(Threads.of(pool));
    assertTrue(Thread.interrupted());
  }

  @Test
  void theFlagMayBeSetBeforeWithTheCommonPool() {
    Thread.currentThread().interrupt();
    subject.check(Threads.common());
    assertTrue(Thread.interrupted());
  }

  @Test
  void theFlagMayBeSetAtAnyTime() throws InterruptedException {
    AtomicLong interrupts = new AtomicLong();
    AtomicBoolean done = new AtomicBoolean();
    Thread interrupter = interrupter(Thread.currentThread(), interrupts, done);
    for (int interrupted = 0; interrupted < INTERRUPTED_CALLS; ) {
      Thread.interrupted();
      long before = interrupts.get();
      subject.check(Threads.of(pool));
      if (interrupts.get() > before + 1) { // One of them may have been before the flag was cleared.
        assertTrue(Thread.currentThread().isInterrupted());
        interrupted++;
      }
    }
    done.set(true);
    Thread.interrupted();
    joinWhateverHappens(interrupter);
  }

  private static Thread interrupter(Thread target, AtomicLong interrupts, AtomicBoolean done) {
    Thread thread =
        new Thread(
            () -> {
              while (!done.get()) {
                target.interrupt();
                interrupts.incrementAndGet();
                Thread.yield();
              }
            });
    thread.start();
    return thread;
  }

  /** The last interrupt may come after the flag was cleared. */
  private static void joinWhateverHappens(Thread thread) {
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.yield();
      }
    }
    Thread.interrupted();
  }
}
