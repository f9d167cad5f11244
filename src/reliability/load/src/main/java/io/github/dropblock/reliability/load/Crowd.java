package io.github.dropblock.reliability.load;

import io.github.dropblock.Regularizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Threads that ask one operator, each at random. */
final class Crowd {
  private static final int MAX_PRINTED = 20;

  private final Exam exam;
  private final Regularizer operator;
  private final AtomicLong calls = new AtomicLong();
  private final AtomicLong failures = new AtomicLong();

  Crowd(Exam exam, Regularizer operator) {
    this.exam = exam;
    this.operator = operator;
  }

  /** Answers so far; each was compared. */
  long calls() {
    return calls.get();
  }

  /** Wrong answers and exceptions so far. */
  long failures() {
    return failures.get();
  }

  /** Asks until the time is over, and ends the threads. */
  void ask(int threads, Duration duration, long seed) throws Exception {
    long end = System.nanoTime() + duration.toNanos();
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    List<Future<?>> running = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < threads; i++) {
      SplittableRandom own = random.split();
      running.add(executor.submit(() -> askUntil(end, own)));
    }
    executor.shutdown();
    for (Future<?> each : running) {
      each.get();
    }
  }

  private void askUntil(long end, SplittableRandom random) {
    Desk desk = new Desk();
    Operation[] operations = Operation.values();
    while (System.nanoTime() < end) {
      ask(operations[random.nextInt(operations.length)], random.nextInt(exam.size()), desk);
    }
  }

  private void ask(Operation operation, int question, Desk desk) {
    boolean right = false;
    try {
      right = exam.isRight(operation, operator, question, desk);
    } catch (RuntimeException e) {
      e.printStackTrace();
    }
    calls.incrementAndGet();
    if (!right && failures.incrementAndGet() <= MAX_PRINTED) {
      System.out.println("failure: " + operation + " of question " + question);
    }
  }
}
