package io.github.dropblock.search;

import java.io.Serializable;

/**
 * What a search maximizes: train with a candidate and tell how well it did on validation data.
 *
 * <p>It should be a pure function of its arguments; then the whole search is. It is called from
 * many threads at once, and on Spark a copy of it is sent to each executor.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface Objective extends Serializable {
  /**
   * Scores a candidate.
   *
   * @param candidate what to try
   * @param budget how much may be spent, at least 1, in units that the user chooses: epochs, say
   * @param seed the trial's seed; the same for each budget at which a candidate is tried
   * @return the score, higher is better; NaN is a failure
   * @throws Exception if it fails; then the trial has failed, and the search goes on
   */
  double score(Candidate candidate, int budget, long seed) throws Exception;
}
