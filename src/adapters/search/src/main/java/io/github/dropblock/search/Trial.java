package io.github.dropblock.search;

import java.io.Serializable;

/**
 * One call of the objective.
 *
 * @param rung the rung of successive halving, counted from 0; 0 in a random search
 * @param index the candidate's index, counted from 0
 * @param budget how much may be spent, at least 1
 * @param seed the trial's seed
 * @param candidate what is tried
 * @serial exclude
 * @since 0.1.0
 */
public record Trial(int rung, int index, int budget, long seed, Candidate candidate)
    implements Serializable {
  /**
   * Checks the values.
   *
   * @param rung the rung
   * @param index the candidate's index
   * @param budget how much may be spent
   * @param seed the trial's seed
   * @param candidate what is tried
   * @throws IllegalArgumentException if a value is null or out of range
   */
  public Trial {
    Arguments.atLeast("rung", rung, 0);
    Arguments.atLeast("index", index, 0);
    Arguments.atLeast("budget", budget, 1);
    Arguments.notNull("candidate", candidate);
  }

  /** A candidate's first trial. */
  static Trial first(SearchSpace space, int index, int budget, long searchSeed) {
    long seed = new TrialRandom(searchSeed, index).bits(TrialRandom.TRIAL_SEED);
    return new Trial(0, index, budget, seed, space.candidate(searchSeed, index));
  }

  /** The same candidate on the next rung. */
  Trial next(int nextBudget) {
    return new Trial(rung + 1, index, nextBudget, seed, candidate);
  }

  /**
   * Calls the objective. Whatever it throws is the result's failure: one candidate that runs out of
   * memory says nothing about the others.
   *
   * @param objective the objective
   * @return the result
   */
  public TrialResult run(Objective objective) {
    try {
      double score = objective.score(candidate, budget, seed);
      return Double.isNaN(score)
          ? TrialResult.ofFailure(this, "the score is NaN")
          : TrialResult.ofScore(this, score);
    } catch (Throwable e) {
      String message = e.getMessage() == null ? "" : ": " + e.getMessage();
      return TrialResult.ofFailure(this, e.getClass().getName() + message);
    }
  }
}
