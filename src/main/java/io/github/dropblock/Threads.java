package io.github.dropblock;

import io.github.dropblock.internal.apply.Workers;
import io.github.dropblock.internal.check.Check;
import java.util.concurrent.ForkJoinPool;

/**
 * Which threads share the work on a large tensor. Results never depend on it.
 *
 * <p>Shared are the sampling of masks and all passes over tensors and buffers, in any order:
 * applying, backward, multipliers, fills and selection. Small tensors, below about a million
 * elements, are the calling thread's alone.
 *
 * @since 0.1.0
 */
public final class Threads {
  private static final Threads NONE = new Threads(null, 1);

  private final Workers workers;

  private Threads(ForkJoinPool pool, int most) {
    this.workers = new Workers(pool, most);
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

  /** Returns the internal form. */
  Workers workers() {
    return workers;
  }

  /** Returns the call that makes the choice. */
  @Override
  public String toString() {
    return workers.toString();
  }
}
