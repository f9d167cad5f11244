package io.github.dropblock.search;

import java.util.List;
import java.util.function.Consumer;

/**
 * Where trials run.
 *
 * @since 0.1.0
 */
public interface TrialRunner {
  /**
   * Runs trials with {@link Trial#run}.
   *
   * @param trials the trials, independent of each other
   * @param objective the objective
   * @param onResult is given each result as soon as it is there, in any order, by the calling
   *     thread; if it throws, trials that did not finish are given up
   * @throws InterruptedException if the calling thread is interrupted; then trials that did not
   *     finish are interrupted and given up
   */
  void run(List<Trial> trials, Objective objective, Consumer<TrialResult> onResult)
      throws InterruptedException;
}
