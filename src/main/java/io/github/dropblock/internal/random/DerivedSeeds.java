package io.github.dropblock.internal.random;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Seeds that are derived from a seed, for masks that are independent of its own.
 *
 * <p>The derived seed is the first word of the block with key (seed, purpose) and counter (-1, -1),
 * which no mask uses.
 */
public final class DerivedSeeds {
  /** Purpose of draws at inference. The purpose of a use in a step is its number, from 0. */
  public static final long INFERENCE = -1;

  private DerivedSeeds() {}

  /** Returns a random seed for a configuration whose caller chose none. */
  public static long fresh() {
    return ThreadLocalRandom.current().nextLong();
  }

  /** Returns the seed of a purpose. The first use of a step has the seed itself. */
  public static long of(long seed, long purpose) {
    if (purpose == 0) {
      return seed;
    }
    long[] words2 = new long[2];
    Threefry.block(seed, purpose, -1, -1, words2, 0, 1);
    return words2[0];
  }
}
