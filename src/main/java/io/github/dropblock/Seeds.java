package io.github.dropblock;

import io.github.dropblock.internal.random.Threefry;

/**
 * Seeds that follow from a seed, for masks that are to differ from its own: the first word of the
 * block with key (seed, purpose) and counter (-1, -1), where no mask has its words.
 */
final class Seeds {
  private static final long INFERENCE = -1;

  private Seeds() {}

  /** For one of several uses of a layer in a step; the first has the seed itself. */
  static long ofUse(long seed, int use) {
    return use == 0 ? seed : derived(seed, use);
  }

  static long ofInference(long seed) {
    return derived(seed, INFERENCE);
  }

  private static long derived(long seed, long purpose) {
    long[] pair = new long[2];
    Threefry.block(seed, purpose, -1, -1, pair, 0, 1);
    return pair[0];
  }
}
