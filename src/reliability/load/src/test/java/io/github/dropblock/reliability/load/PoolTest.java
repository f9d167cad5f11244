package io.github.dropblock.reliability.load;

import io.github.dropblock.Threads;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever becomes of a pool, calls complete with the same bits. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PoolTest {
  private static final int THREADS = 4;
  private static final int ROUNDS = 100;
  private static final int MAX_YIELDS = 400;

  private final Subject subject = new Subject();

  @Test
  void aPoolMayBeShutDownBefore() {
    ForkJoinPool pool = new ForkJoinPool(THREADS);
    pool.shutdown();
    subject.check(Threads.of(pool));
  }

  @Test
  void aPoolMayBeStoppedBefore() {
    ForkJoinPool pool = new ForkJoinPool(THREADS);
    subject.check(Threads.of(pool));
    pool.shutdownNow();
    subject.check(Threads.of(pool));
  }

  @Test
  void aPoolMayBeStoppedAtAnyTime() throws InterruptedException {
    SplittableRandom random = new SplittableRandom(1);
    for (int round = 0; round < ROUNDS; round++) {
      ForkJoinPool pool = new ForkJoinPool(THREADS);
      int yields = random.nextInt(MAX_YIELDS);
      Thread stopper = new Thread(() -> stop(pool, yields));
      stopper.start();
      subject.check(Threads.of(pool));
      stopper.join();
    }
  }

  private static void stop(ForkJoinPool pool, int yields) {
    for (int i = 0; i < yields; i++) {
      Thread.yield();
    }
    pool.shutdownNow();
  }

  @Test
  void allWorkersMayBeBlocked() throws InterruptedException {
    ForkJoinPool pool = new ForkJoinPool(THREADS);
    CountDownLatch blocked = new CountDownLatch(THREADS);
    CountDownLatch over = new CountDownLatch(1);
    for (int i = 0; i < THREADS; i++) {
      pool.execute(() -> block(blocked, over));
    }
    blocked.await();
    subject.check(Threads.of(pool));
    over.countDown();
    pool.shutdown();
  }

  private static void block(CountDownLatch blocked, CountDownLatch over) {
    try {
      blocked.countDown();
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Two threads at most, of which both wait: the pool throws instead of adding a third. */
  @Test
  void aPoolMayHaveAsManyThreadsAsItEverGets() throws Exception {
    ForkJoinPool pool = bounded(2);
    CountDownLatch both = new CountDownLatch(2);
    Runnable call =
        () -> {
          both.countDown();
          subject.check(Threads.of(pool));
        };
    var first = pool.submit(call);
    var second = pool.submit(call);
    both.await();
    first.get();
    second.get();
    pool.shutdown();
  }

  private static ForkJoinPool bounded(int threads) {
    return new ForkJoinPool(
        threads,
        ForkJoinPool.defaultForkJoinWorkerThreadFactory,
        null,
        false,
        threads,
        threads,
        threads,
        null,
        1,
        TimeUnit.MINUTES);
  }

  @ParameterizedTest
  @EnumSource(OddPool.class)
  void aPoolMayDoAnythingWithATask(OddPool odd) {
    ForkJoinPool pool = odd.create(THREADS);
    subject.check(Threads.of(pool));
    pool.shutdownNow();
  }

  /** A thread factory that fails, such as for want of native memory, after the first thread. */
  @ParameterizedTest
  @EnumSource(Failure.class)
  void aPoolMayFailToStartAThread(Failure failure) {
    AtomicInteger started = new AtomicInteger();
    ForkJoinPool pool =
        new ForkJoinPool(
            THREADS,
            owner -> {
              if (started.getAndIncrement() > 0) {
                failure.fail();
              }
              return ForkJoinPool.defaultForkJoinWorkerThreadFactory.newThread(owner);
            },
            null,
            false);
    subject.check(Threads.of(pool));
    pool.shutdownNow();
  }

  enum Failure {
    NATIVE_MEMORY {
      @Override
      void fail() {
        throw new OutOfMemoryError("unable to create native thread");
      }
    },
    EXCEPTION {
      @Override
      void fail() {
        throw new IllegalStateException("no more threads");
      }
    };

    abstract void fail();
  }
}
