package io.github.dropblock;

import io.github.dropblock.internal.check.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RejectedExecutionException;
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
   * As many threads as a pool has, the calling thread among them. A pool that refuses work leaves
   * it to the calling thread.
   *
   * @param pool the pool
   * @return the choice
   * @throws IllegalArgumentException if {@code pool} is null
   */
  public static Threads of(ForkJoinPool pool) {
    return new Threads(Check.notNull("pool", pool), pool.getParallelism());
  }

  /** Into how many parts to split the work on so many elements. */
  int parts(int elements) {
    return Math.max(1, Math.min(most, elements / MIN_PART));
  }

  /** The sum over all parts; each is computed once, the first by the calling thread. */
  long sum(int parts, IntToLongFunction part) {
    List<ForkJoinTask<Long>> others = new ArrayList<>(parts - 1);
    for (int i = 1; i < parts; i++) {
      others.add(start(i, part));
    }
    long sum = part.applyAsLong(0);
    for (ForkJoinTask<Long> other : others) {
      sum += other.join();
    }
    return sum;
  }

  private ForkJoinTask<Long> start(int index, IntToLongFunction part) {
    ForkJoinTask<Long> task = ForkJoinTask.adapt(() -> part.applyAsLong(index));
    try {
      pool.execute(task);
    } catch (RejectedExecutionException e) {
      task.invoke();
    }
    return task;
  }
}
