package io.github.dropblock.search;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tries many candidates with a small budget, and the best of them again with a larger one, until
 * few are left with the full budget (Jamieson and Talwalkar, AISTATS 2016).
 *
 * <p>A candidate has the same seed on each rung, so an objective may go on from a checkpoint that
 * it wrote on the rung before. Failed trials do not go on; if fewer succeed than the next rung has
 * places, it is smaller.
 *
 * @param space what to choose from
 * @param trials number of candidates on the first rung, at least 1
 * @param budgets the rungs
 * @param seed decides the candidates and the trials' seeds
 * @since 0.1.0
 */
public record SuccessiveHalving(SearchSpace space, int trials, Budgets budgets, long seed)
    implements Search {
  /**
   * Checks the values.
   *
   * @param space what to choose from
   * @param trials number of candidates on the first rung
   * @param budgets the rungs
   * @param seed decides the candidates and the trials' seeds
   * @throws IllegalArgumentException if a value is null or out of range
   */
  public SuccessiveHalving {
    Arguments.notNull("space", space);
    Arguments.atLeast("trials", trials, 1);
    Arguments.notNull("budgets", budgets);
  }

  @Override
  public SearchResult run(
      Objective objective, TrialRunner runner, TrialStore store, SearchListener listener)
      throws InterruptedException {
    int total = budgets.rungs(trials).stream().mapToInt(Budgets.Rung::trials).sum();
    return SearchRun.of(objective, runner, store, listener, total, this::climb);
  }

  private void climb(SearchRun run) throws InterruptedException {
    List<Budgets.Rung> rungs = budgets.rungs(trials);
    List<Trial> wave =
        IntStream.range(0, trials)
            .mapToObj(i -> Trial.first(space, i, rungs.get(0).budget(), seed))
            .toList();
    for (Budgets.Rung next : rungs.subList(1, rungs.size())) {
      wave = best(run.wave(wave), next);
    }
    run.wave(wave);
  }

  private static List<Trial> best(List<TrialResult> results, Budgets.Rung next) {
    return results.stream()
        .filter(result -> !result.failed())
        .sorted(TrialResult.BEST_FIRST)
        .limit(next.trials())
        .map(result -> result.trial().next(next.budget()))
        .sorted(Comparator.comparingInt(Trial::index))
        .toList();
  }
}
