package io.github.dropblock.search;

/**
 * A search for the candidate with the highest score.
 *
 * <p>If the objective is a pure function, so is the search: its result is the same for each runner,
 * number of threads or executors, and however often it was interrupted and gone on with.
 *
 * @since 0.1.0
 */
public sealed interface Search permits RandomSearch, SuccessiveHalving {
  /**
   * Runs the search, or goes on with it.
   *
   * @param objective what to maximize
   * @param runner where trials run
   * @param store holds the results; what it already holds is not run again
   * @param listener follows the search
   * @return the results
   * @throws InterruptedException if the thread is interrupted; the store keeps what was finished
   * @throws IllegalArgumentException if an argument is null, or the store holds trials of a search
   *     with other settings
   */
  SearchResult run(
      Objective objective, TrialRunner runner, TrialStore store, SearchListener listener)
      throws InterruptedException;

  /**
   * Runs the search without a file and without a listener.
   *
   * @param objective what to maximize
   * @param runner where trials run
   * @return the results
   * @throws InterruptedException if the thread is interrupted
   * @throws IllegalArgumentException if an argument is null
   */
  default SearchResult run(Objective objective, TrialRunner runner) throws InterruptedException {
    return run(objective, runner, TrialStore.inMemory(), SearchListener.SILENT);
  }
}
