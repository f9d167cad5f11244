package io.github.dropblock.internal.random;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Derives seeds from a seed, for masks that are to differ from its own.
 *
 * <p>The derived seed is the first word of the block with key (seed, purpose) and counter (-1, -1),
 * where no mask has its words.
 */
public final class DerivedSeeds {
  /** The purpose of draws at inference; the uses of a step are their own numbers, from 0 on. */
  public static final long INFERENCE = -1;

  private DerivedSeeds() {}

  /** Returns a random number for a configuration whose caller chose none. */
  public static long fresh() {
    return ThreadLocalRandom.current().nextLong();
  }

  /** Returns the seed of a purpose; the first use of a step has the seed itself. */
  public static long of(long seed, long purpose) {
    if (purpose == 0) {
      return seed;
    }
    long[] words2 = new long[2];
    Threefry.block(seed, purpose, -1, -1, words2, 0, 1);
    return words2[0];
  }
}
