package io.github.dropblock.search;

import java.util.List;

/**
 * Random numbers of a trial, by counter: SplitMix64's finalizer over seed, trial and purpose.
 *
 * <p>The JDK does not specify what its generators return, and results are to be the same on each.
 */
record TrialRandom(long seed, int trial) {
  static final int KEEP_PROB = 0;
  static final int BLOCK_SIZE = 1;
  static final int PLACE = 2;
  static final int TRIAL_SEED = 3;

  private static final long GOLDEN_RATIO = 0x9e3779b97f4a7c15L;

  long bits(int purpose) {
    long ofSeed = mix(seed + GOLDEN_RATIO);
    long ofTrial = mix(ofSeed + trial * GOLDEN_RATIO);
    return mix(ofTrial + purpose * GOLDEN_RATIO);
  }

  /** In [0, 1), in steps of 2^-53. */
  double uniform(int purpose) {
    return (bits(purpose) >>> 11) * 0x1p-53;
  }

  <T> T element(int purpose, List<T> list) {
    return list.get((int) (uniform(purpose) * list.size()));
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
