package io.github.dropblock.internal.apply;

import io.github.dropblock.internal.bits.Bits;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.IntToLongFunction;
import java.util.function.Supplier;

/** Calling thread and helpers, which share the work on a large tensor. */
public final class Workers {
  /**
   * Number of elements that are worth a thread: their work takes about ten times as long as handing
   * it over.
   */
  private static final int WORTH_A_THREAD = 1 << 19;

  /** Parts of each thread, so that a helper that starts late leaves little to wait for. */
  private static final int PARTS_OF_A_THREAD = 8;

  /** Least number of elements of a part. */
  private static final int MIN_PART = 1 << 16;

  private final ForkJoinPool pool;
  private final int most;

  /**
   * Creates a choice of threads.
   *
   * @param pool pool that gives the helpers; not used if {@code most} is 1
   * @param most largest number of threads that work at a time, including the calling one
   */
  public Workers(ForkJoinPool pool, int most) {
    this.pool = pool;
    this.most = most;
  }

  /** Returns how many threads are worth calling for the work on a number of elements. */
  public int threads(int elements) {
    return Math.max(1, Math.min(most, elements / WORTH_A_THREAD));
  }

  /** Returns how many parts the work on a number of elements is split into. */
  public int parts(int elements) {
    int threads = threads(elements);
    return threads == 1 ? 1 : Math.min(PARTS_OF_A_THREAD * threads, elements / MIN_PART);
  }

  /** One thread's share of the elements. It allocated what it needs before it starts. */
  interface Share {
    void work(int element, int length);
  }

  /** One thread's share of the blocks. It allocated what it needs before it starts. */
  interface Blocks {
    void work(int from, int to);
  }

  /**
   * Shares elements among threads. Each part begins at a multiple of 64.
   *
   * @param shares creates each thread's share; all are created before the first one starts
   */
  void shareElements(int elements, Supplier<Share> shares) {
    if (threads(elements) == 1) {
      shares.get().work(0, elements); // Small tensors feel whatever else there is to do.
      return;
    }
    shareBlocks(
        elements,
        Bits.words(elements),
        () -> {
          Share share = shares.get();
          return (from, to) -> {
            int element = from << 6;
            share.work(element, (int) Math.min((long) to << 6, elements) - element);
          };
        });
  }

  /**
   * Shares blocks among threads.
   *
   * @param elements number of elements of all blocks together
   * @param shares creates each thread's share; all are created before the first one starts
   */
  void shareBlocks(int elements, int blocks, Supplier<Blocks> shares) {
    int threads = Math.min(threads(elements), blocks);
    if (threads <= 1) {
      shares.get().work(0, blocks);
      return;
    }
    Queue<Blocks> idle = new ArrayBlockingQueue<>(threads);
    for (int i = 0; i < threads; i++) {
      idle.add(shares.get());
    }
    int parts = Math.min(parts(elements), blocks);
    run(
        threads,
        parts,
        i -> {
          Blocks share = idle.remove(); // There are as many as threads.
          try {
            int from = (int) ((long) blocks * i / parts);
            share.work(from, (int) ((long) blocks * (i + 1) / parts));
          } finally {
            idle.add(share);
          }
          return 0;
        });
  }

  /** Returns the sum over all parts. The calling thread or a helper computes each part once. */
  public long sum(int parts, IntToLongFunction part) {
    return run(Math.min(parts, most), parts, part);
  }

  private long run(int threads, int parts, IntToLongFunction part) {
    SharedWork work = new SharedWork(parts, part);
    List<ForkJoinTask<?>> helpers = callHelpers(threads - 1, work);
    work.run();
    callOff(helpers);
    return work.await();
  }

  private List<ForkJoinTask<?>> callHelpers(int count, SharedWork work) {
    List<ForkJoinTask<?>> helpers = new ArrayList<>(count);
    // Calls would pile up in a pool that does not keep up.
    boolean busy = pool.getQueuedSubmissionCount() >= 2 * most;
    try {
      for (int i = 0; i < count && !busy; i++) {
        ForkJoinTask<?> helper = ForkJoinTask.adapt(work);
        pool.execute(helper);
        helpers.add(helper);
      }
    } catch (RuntimeException | Error e) {
      // The pool is shut down or creates no more threads. Helpers are not needed, and the caller
      // must not leave those that have started.
    }
    return helpers;
  }

  /** Removes helpers that have not started from the queue, the last one first. */
  private static void callOff(List<ForkJoinTask<?>> helpers) {
    int waiting = helpers.size();
    while (waiting > 0 && helpers.get(waiting - 1).tryUnfork()) {
      waiting--;
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Workers w && pool == w.pool && most == w.most;
  }

  @Override
  public int hashCode() {
    return Objects.hash(System.identityHashCode(pool), most);
  }

  /** Returns the call that makes the choice of threads. */
  @Override
  public String toString() {
    if (pool == null) {
      return "none()";
    }
    boolean common = pool == ForkJoinPool.commonPool();
    return common ? "common()" : "of(new ForkJoinPool(" + most + "))";
  }
}
