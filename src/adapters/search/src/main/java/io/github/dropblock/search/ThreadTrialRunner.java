package io.github.dropblock.search;

import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Runs trials in threads of this JVM.
 *
 * <p>An objective that ignores interrupts goes on after the search was given up, in daemon threads;
 * its result is lost.
 *
 * @param threads number of trials at a time, at least 1
 * @since 0.1.0
 */
public record ThreadTrialRunner(int threads) implements TrialRunner {
  /**
   * Checks the number.
   *
   * @param threads number of trials at a time
   * @throws IllegalArgumentException if {@code threads} is less than 1
   */
  public ThreadTrialRunner {
    Arguments.atLeast("threads", threads, 1);
  }

  @Override
  public void run(List<Trial> trials, Objective objective, Consumer<TrialResult> onResult)
      throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(threads, ThreadTrialRunner::daemon);
    CompletionService<TrialResult> results = new ExecutorCompletionService<>(pool);
    try {
      trials.forEach(trial -> results.submit(() -> trial.run(objective)));
      for (int i = 0; i < trials.size(); i++) {
        onResult.accept(results.take().get());
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a trial ended without a result", e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "trial");
    thread.setDaemon(true);
    return thread;
  }
}
