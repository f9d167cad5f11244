package io.github.dropblock.search;

import java.io.Serializable;

/**
 * What a trial tries.
 *
 * @param keepProb probability to keep a position, in [0, 1]
 * @param blockSize side of a block in positions, at least 1
 * @param place where in the network: one of the names that the {@link SearchSpace} was given, on
 *     one line and not blank
 * @serial exclude
 * @since 0.1.0
 */
public record Candidate(double keepProb, int blockSize, String place) implements Serializable {
  /**
   * Checks the values.
   *
   * @param keepProb probability to keep a position
   * @param blockSize side of a block in positions
   * @param place where in the network
   * @throws IllegalArgumentException if a value is null or out of range
   */
  public Candidate {
    Arguments.probability("keepProb", keepProb);
    Arguments.atLeast("blockSize", blockSize, 1);
    Arguments.line("place", place);
  }
}
