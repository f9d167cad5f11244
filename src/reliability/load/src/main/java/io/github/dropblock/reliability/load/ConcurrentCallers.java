package io.github.dropblock.reliability.load;

import io.github.dropblock.Regularizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Threads that use one regularizer, each on cases at random. */
final class ConcurrentCallers {
  private static final int MAX_PRINTED = 20;

  private final ExpectedResults expected;
  private final Regularizer regularizer;
  private final AtomicLong calls = new AtomicLong();
  private final AtomicLong failures = new AtomicLong();

  ConcurrentCallers(ExpectedResults expected, Regularizer regularizer) {
    this.expected = expected;
    this.regularizer = regularizer;
  }

  /** Calls so far; the result of each was compared. */
  long calls() {
    return calls.get();
  }

  /** Wrong results and exceptions so far. */
  long failures() {
    return failures.get();
  }

  /** Calls until the time is over; then the threads are gone, with all that they kept. */
  void callAtRandom(int threads, Duration duration, long seed) throws InterruptedException {
    long end = System.nanoTime() + duration.toNanos();
    List<Thread> running = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < threads; i++) {
      SplittableRandom own = random.split();
      Thread thread = new Thread(() -> callUntil(end, own), "caller-" + i);
      thread.start();
      running.add(thread);
    }
    // The end of an executor is told before its threads end, and a late thread looks like growth.
    for (Thread each : running) {
      each.join();
    }
  }

  private void callUntil(long end, SplittableRandom random) {
    ThreadBuffers buffers = new ThreadBuffers();
    Operation[] operations = Operation.values();
    while (System.nanoTime() < end) {
      callOnce(
          operations[random.nextInt(operations.length)], random.nextInt(expected.size()), buffers);
    }
  }

  private void callOnce(Operation operation, int index, ThreadBuffers buffers) {
    boolean right = false;
    try {
      right = expected.isRight(operation, regularizer, index, buffers);
    } catch (RuntimeException | Error e) {
      e.printStackTrace();
    }
    calls.incrementAndGet();
    if (!right && failures.incrementAndGet() <= MAX_PRINTED) {
      System.out.println("failure: " + operation + " of case " + index);
    }
  }
}
