package io.github.dropblock.search;

import java.util.List;
import java.util.function.Consumer;

/** A space, and an objective whose best candidate is known. */
public final class Known {
  /** Six pairs of block size and place. */
  public static final SearchSpace SPACE =
      new SearchSpace(.5, 1, List.of(1, 5, 7), List.of("group 4", "groups 3+4"));

  private Known() {}

  /** Highest, 0, at keepProb .8, block size 5 and group 4; the error shrinks as budgets grow. */
  public static double score(Candidate candidate, int budget, long seed) {
    double distance =
        Math.abs(candidate.keepProb() - .8)
            + Math.abs(candidate.blockSize() - 5)
            + (candidate.place().equals("group 4") ? 0 : 1);
    double error = (seed >>> 11) * 0x1p-53 - .5;
    return -distance + error / budget;
  }

  /** Like {@link #score}, but block size 7 fails. */
  public static double scoreOrFail(Candidate candidate, int budget, long seed) {
    if (candidate.blockSize() == 7) {
      throw new IllegalStateException("7 is\ntoo large");
    }
    return score(candidate, budget, seed);
  }

  /** Finishes the last trial first. */
  static void lastFirst(List<Trial> trials, Objective objective, Consumer<TrialResult> onResult) {
    for (int i = trials.size() - 1; i >= 0; i--) {
      onResult.accept(trials.get(i).run(objective));
    }
  }

  /** A trial of which only the index matters. */
  public static Trial trial(int index) {
    return Trial.first(SPACE, index, 1, 1);
  }
}
