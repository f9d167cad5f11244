package io.github.dropblock;

import io.github.dropblock.internal.random.Threefry;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Seeds that follow from a seed, for masks that are to differ from its own: the first word of the
 * block with key (seed, purpose) and counter (-1, -1), where no mask has its words.
 */
final class Seeds {
  /** The purpose of draws at inference; the uses of a step are their own numbers, from 0 on. */
  static final long INFERENCE = -1;

  private Seeds() {}

  /** A random number for a configuration whose caller chose none. */
  static long fresh() {
    return ThreadLocalRandom.current().nextLong();
  }

  /** The seed of a purpose; the first use of a step has the seed itself. */
  static long of(long seed, long purpose) {
    if (purpose == 0) {
      return seed;
    }
    long[] pair = new long[2];
    Threefry.block(seed, purpose, -1, -1, pair, 0, 1);
    return pair[0];
  }
}
