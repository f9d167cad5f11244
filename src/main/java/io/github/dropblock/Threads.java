package io.github.dropblock;

import io.github.dropblock.internal.check.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.IntToLongFunction;

/**
 * Which threads share the work on a large tensor. Results never depend on it.
 *
 * <p>Small tensors, below about a million elements, are the calling thread's alone.
 *
 * @since 0.1.0
 */
public final class Threads {
  /** Elements that are worth a thread: some ten times what it costs to hand them over. */
  private static final int MIN_PART = 1 << 19;

  private static final Threads NONE = new Threads(null, 1);

  private final ForkJoinPool pool;
  private final int most;

  private Threads(ForkJoinPool pool, int most) {
    this.pool = pool;
    this.most = most;
  }

  /**
   * The calling thread alone.
   *
   * @return the choice
   */
  public static Threads none() {
    return NONE;
  }

  /**
   * The calling thread and the JVM's common pool.
   *
   * @return the choice
   */
  public static Threads common() {
    return new Threads(ForkJoinPool.commonPool(), Runtime.getRuntime().availableProcessors());
  }

  /**
   * As many threads as a pool has, the calling thread among them. What a pool does not do at once,
   * because it is busy or shut down, the calling thread does: a call never waits for a free thread,
   * and is not ended by an interrupt.
   *
   * @param pool the pool
   * @return the choice
   * @throws IllegalArgumentException if {@code pool} is null
   */
  public static Threads of(ForkJoinPool pool) {
    return new Threads(Check.notNull("pool", pool), pool.getParallelism());
  }

  /** Returns the call that makes the choice. */
  @Override
  public String toString() {
    if (pool == null) {
      return "none()";
    }
    boolean common = pool == ForkJoinPool.commonPool();
    return common ? "common()" : "of(new ForkJoinPool(" + most + "))";
  }

  /** Into how many parts to split the work on so many elements. */
  int parts(int elements) {
    return Math.max(1, Math.min(most, elements / MIN_PART));
  }

  /** The sum over all parts; each is computed once, by the calling thread or a helper. */
  long sum(int parts, IntToLongFunction part) {
    SharedWork work = new SharedWork(parts, part);
    List<ForkJoinTask<?>> helpers = callHelpers(parts - 1, work);
    work.run();
    for (int i = helpers.size() - 1; i >= 0 && helpers.get(i).tryUnfork(); i--) {
      // Whoever has not come by now need not come.
    }
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
}
