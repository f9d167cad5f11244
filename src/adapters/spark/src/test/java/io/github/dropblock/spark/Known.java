package io.github.dropblock.spark;

import io.github.dropblock.search.Candidate;
import io.github.dropblock.search.RandomSearch;
import io.github.dropblock.search.SearchSpace;
import io.github.dropblock.search.ThreadTrialRunner;
import io.github.dropblock.search.Trial;
import io.github.dropblock.search.TrialResult;
import java.util.List;

/** A space, and an objective whose best candidate is known. */
final class Known {
  /** Six pairs of block size and place. */
  static final SearchSpace SPACE =
      new SearchSpace(.5, 1, List.of(1, 5, 7), List.of("group 4", "groups 3+4"));

  private Known() {}

  /** Highest, 0, at keepProb .8, block size 5 and group 4; the error shrinks as budgets grow. */
  static double score(Candidate candidate, int budget, long seed) {
    double distance =
        Math.abs(candidate.keepProb() - .8)
            + Math.abs(candidate.blockSize() - 5)
            + (candidate.place().equals("group 4") ? 0 : 1);
    double error = (seed >>> 11) * 0x1p-53 - .5;
    return -distance + error / budget;
  }

  /** Like {@link #score}, but block size 7 fails. */
  static double scoreOrFail(Candidate candidate, int budget, long seed) {
    if (candidate.blockSize() == 7) {
      throw new IllegalStateException("7 is\ntoo large");
    }
    return score(candidate, budget, seed);
  }

  /** A trial of a random search with seed 1 and budget 1. */
  static Trial trial(int index) {
    RandomSearch search = new RandomSearch(SPACE, index + 1, 1, 1);
    try {
      return search.run(Known::score, new ThreadTrialRunner(1)).ranked().stream()
          .map(TrialResult::trial)
          .filter(trial -> trial.index() == index)
          .findFirst()
          .orElseThrow();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
