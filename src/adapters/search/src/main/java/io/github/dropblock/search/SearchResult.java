package io.github.dropblock.search;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The results of a search.
 *
 * @param results all of them, by rung and then by index
 * @since 0.1.0
 */
public record SearchResult(List<TrialResult> results) {
  /**
   * Sorts the results.
   *
   * @param results in any order
   * @throws IllegalArgumentException if {@code results} is null or empty
   */
  public SearchResult {
    results =
        Arguments.notEmpty("results", results).stream()
            .sorted(
                Comparator.comparingInt((TrialResult result) -> result.trial().rung())
                    .thenComparingInt(result -> result.trial().index()))
            .toList();
  }

  /**
   * The results, best first: those with the largest budget, by score; equal scores by index;
   * failures last.
   *
   * @return a new list
   */
  public List<TrialResult> ranked() {
    return results.stream().sorted(TrialResult.BEST_FIRST).toList();
  }

  /**
   * The best result: the highest score at the largest budget at which a trial succeeded.
   *
   * @return the result, or nothing if all trials failed
   */
  public Optional<TrialResult> best() {
    return Optional.of(ranked().get(0)).filter(result -> !result.failed());
  }
}
