package io.github.dropblock;

import io.github.dropblock.internal.apply.Workers;
import io.github.dropblock.internal.check.Check;
import java.util.concurrent.ForkJoinPool;

/**
 * Choice of the threads that share the work on a large tensor. Results never depend on it.
 *
 * <p>Threads share the sampling of masks and all passes over tensors and buffers in any memory
 * order: applying, backward, multipliers, fills and selection. Tensors below about a million
 * elements are processed by the calling thread alone.
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
   * Chooses the calling thread alone.
   *
   * @return the choice
   */
  public static Threads none() {
    return NONE;
  }

  /**
   * Chooses the calling thread and the JVM's common pool.
   *
   * @return the choice
   */
  public static Threads common() {
    return new Threads(ForkJoinPool.commonPool(), Runtime.getRuntime().availableProcessors());
  }

  /**
   * Chooses the calling thread and a pool, together as many threads as the pool has. If the pool is
   * busy or shut down, the calling thread does the work. So a call never waits for a free thread,
   * and an interrupt does not end it.
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

  /** Tells whether another chooses as many threads of the same pool. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Threads t && workers.equals(t.workers);
  }

  @Override
  public int hashCode() {
    return workers.hashCode();
  }

  /** Returns the call that creates the choice. */
  @Override
  public String toString() {
    return workers.toString();
  }
}
