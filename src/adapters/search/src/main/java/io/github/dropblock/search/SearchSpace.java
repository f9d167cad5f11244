package io.github.dropblock.search;

import java.util.List;

/**
 * What a search chooses from: keepProb uniform over a range, block size and place uniform over
 * lists.
 *
 * @param minKeepProb the least keepProb, in [0, 1]
 * @param maxKeepProb the largest keepProb, in [minKeepProb, 1]
 * @param blockSizes sides in positions, each at least 1; not empty
 * @param places names that the {@link Objective} knows, each on one line and not blank; not empty
 * @since 0.1.0
 */
public record SearchSpace(
    double minKeepProb, double maxKeepProb, List<Integer> blockSizes, List<String> places) {
  /**
   * Checks the values and copies the lists.
   *
   * @param minKeepProb the least keepProb
   * @param maxKeepProb the largest keepProb
   * @param blockSizes sides in positions
   * @param places names that the objective knows
   * @throws IllegalArgumentException if a value is null or out of range, or a list empty
   */
  public SearchSpace {
    Arguments.probability("minKeepProb", minKeepProb);
    if (!(maxKeepProb >= minKeepProb && maxKeepProb <= 1)) {
      throw new IllegalArgumentException(
          "maxKeepProb must be in [" + minKeepProb + ", 1]: " + maxKeepProb);
    }
    blockSizes = Arguments.notEmpty("blockSizes", blockSizes);
    for (int i = 0; i < blockSizes.size(); i++) {
      Arguments.atLeast("blockSizes[" + i + "]", blockSizes.get(i), 1);
    }
    places = Arguments.notEmpty("places", places);
    for (int i = 0; i < places.size(); i++) {
      Arguments.line("places[" + i + "]", places.get(i));
    }
  }

  /**
   * The candidate of a trial: a pure function, so a search can go on, grow or be split at will.
   *
   * @param seed the search's seed
   * @param index the trial's index, at least 0
   * @return the candidate
   * @throws IllegalArgumentException if {@code index} is negative
   */
  public Candidate candidate(long seed, int index) {
    Arguments.atLeast("index", index, 0);
    TrialRandom random = new TrialRandom(seed, index);
    double keepProb =
        minKeepProb + (maxKeepProb - minKeepProb) * random.uniform(TrialRandom.KEEP_PROB);
    return new Candidate(
        Math.min(keepProb, maxKeepProb),
        random.element(TrialRandom.BLOCK_SIZE, blockSizes),
        random.element(TrialRandom.PLACE, places));
  }
}
