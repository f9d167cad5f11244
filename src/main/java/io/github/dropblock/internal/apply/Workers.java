package io.github.dropblock.internal.apply;

import io.github.dropblock.internal.bits.Bits;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.IntToLongFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The calling thread and the helpers that it may call for work on a large tensor. */
public final class Workers {
  /** Elements that are worth a thread: some ten times what it costs to hand them over. */
  private static final int MIN_PART = 1 << 19;

  private final ForkJoinPool pool;
  private final int most;

  /**
   * Makes a choice of threads.
   *
   * @param pool where helpers come from; not used if {@code most} is 1
   * @param most how many threads work at a time, the calling one among them
   */
  public Workers(ForkJoinPool pool, int most) {
    this.pool = pool;
    this.most = most;
  }

  /** Returns into how many parts to split the work on so many elements. */
  public int parts(int elements) {
    return Math.max(1, Math.min(most, elements / MIN_PART));
  }

  /** Work on elements from one on, by one thread, which has what it needs. */
  interface Share {
    void work(int element, int length);
  }

  /** Work on blocks from one up to another, by one thread, which has what it needs. */
  interface Blocks {
    void work(int from, int to);
  }

  /**
   * Shares a number of elements; the parts begin at a multiple of 64.
   *
   * @param shares gives each part what it needs, before the first one begins
   */
  void shareElements(int elements, Supplier<Share> shares) {
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
   * Shares a number of blocks.
   *
   * @param elements of all blocks together
   * @param parts gives each part what it needs, before the first one begins
   */
  void shareBlocks(int elements, int blocks, Supplier<Blocks> parts) {
    int count = Math.max(1, Math.min(parts(elements), blocks));
    List<Blocks> made = Stream.generate(parts).limit(count).toList();
    if (count == 1) {
      made.get(0).work(0, blocks);
      return;
    }
    sum(
        count,
        i -> {
          int from = (int) ((long) blocks * i / count);
          made.get(i).work(from, (int) ((long) blocks * (i + 1) / count));
          return 0;
        });
  }

  /** Returns the sum over all parts; the calling thread or a helper computes each once. */
  public long sum(int parts, IntToLongFunction part) {
    SharedWork work = new SharedWork(parts, part);
    List<ForkJoinTask<?>> helpers = callHelpers(parts - 1, work);
    work.run();
    callOff(helpers);
    return work.await();
  }

  private List<ForkJoinTask<?>> callHelpers(int count, SharedWork work) {
    List<ForkJoinTask<?>> helpers = new ArrayList<>(count);
    // In a pool that does not keep up, calls would pile up.
    boolean busy = pool.getQueuedSubmissionCount() >= 2 * most;
    try {
      for (int i = 0; i < count && !busy; i++) {
        ForkJoinTask<?> helper = ForkJoinTask.adapt(work);
        pool.execute(helper);
        helpers.add(helper);
      }
    } catch (RuntimeException | Error e) {
      // It is shut down, or makes no more threads. Helpers are welcome, not needed; and those that
      // have come already must not be left alone.
    }
    return helpers;
  }

  /** Takes helpers that have not come yet back out of the queue, the last one first. */
  private static void callOff(List<ForkJoinTask<?>> helpers) {
    int waiting = helpers.size();
    while (waiting > 0 && helpers.get(waiting - 1).tryUnfork()) {
      waiting--;
    }
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
