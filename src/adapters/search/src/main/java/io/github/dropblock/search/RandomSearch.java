package io.github.dropblock.search;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Tries candidates at random, each with the same budget. More trials go on where fewer ended.
 *
 * @param space what to choose from
 * @param trials number of candidates, at least 1
 * @param budget of each trial, at least 1
 * @param seed decides the candidates and the trials' seeds
 * @since 0.1.0
 */
public record RandomSearch(SearchSpace space, int trials, int budget, long seed) implements Search {
  /**
   * Checks the values.
   *
   * @param space what to choose from
   * @param trials number of candidates
   * @param budget of each trial
   * @param seed decides the candidates and the trials' seeds
   * @throws IllegalArgumentException if a value is null or out of range
   */
  public RandomSearch {
    Arguments.notNull("space", space);
    Arguments.atLeast("trials", trials, 1);
    Arguments.atLeast("budget", budget, 1);
  }

  @Override
  public SearchResult run(
      Objective objective, TrialRunner runner, TrialStore store, SearchListener listener)
      throws InterruptedException {
    List<Trial> wave =
        IntStream.range(0, trials).mapToObj(i -> Trial.first(space, i, budget, seed)).toList();
    return SearchRun.of(objective, runner, store, listener, trials, run -> run.wave(wave));
  }
}
