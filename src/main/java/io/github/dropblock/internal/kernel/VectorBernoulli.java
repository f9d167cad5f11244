package io.github.dropblock.internal.kernel;

import io.github.dropblock.internal.random.BernoulliWords;
import io.github.dropblock.internal.random.Xoshiro;

/** {@link BernoulliWords} with the lanes of the generator in the lanes of vectors. */
final class VectorBernoulli {
  /**
   * Number of words from which vectors are used. Fewer fill at most one row of lanes, and the small
   * tensors that need no more may never get the loop compiled.
   */
  static final int FEWEST = Xoshiro.LANES + 1;

  /** Index in the work array of the draws that take ties for successes. */
  static final int UPPER = BernoulliWords.WORK;

  /** Number of words that are drawn at a time, so that their ties are still in the cache. */
  private static final int CHUNK = Kernels.BERNOULLI_WORK - UPPER;

  private VectorBernoulli() {}

  /** Draws words of 64 Bernoulli draws, as {@link Kernels#bernoulliWords}. */
  static void words(
      long key0,
      long key1,
      long counter0,
      long counter1,
      long threshold,
      long[] out,
      int words,
      long[] work) {
    VectorThreefry.blocks(key0, key1, counter0, counter1, work, Xoshiro.BLOCKS);
    boolean hasFewDigits = BernoulliWords.digits(threshold) == BernoulliWords.FEWEST_DIGITS;
    for (int first = 0; first < words; first += CHUNK) {
      int count = Math.min(CHUNK, words - first);
      int end = first + BernoulliWords.wholeRows(count);
      for (int lane = 0; lane < Xoshiro.LANES; lane += VectorDigits.LANES) {
        if (hasFewDigits) {
          VectorDigits.compareFew(threshold, out, first, end, work, lane);
        } else {
          VectorDigits.compareMost(threshold, out, first, end, work, lane);
        }
      }
      for (int i = 0; i < count; i++) {
        if (out[first + i] != work[UPPER + i]) {
          out[first + i] =
              BernoulliWords.decided(
                  key0,
                  key1,
                  counter0,
                  counter1,
                  threshold,
                  first + i,
                  out[first + i],
                  work[UPPER + i],
                  work);
        }
      }
    }
  }
}
