package io.github.dropblock.internal.kernel;

import io.github.dropblock.internal.random.BernoulliWords;
import io.github.dropblock.internal.random.Xoshiro;
import java.util.Arrays;

/** {@link BernoulliWords} with the lanes of the generator in the lanes of vectors. */
final class VectorBernoulli {
  /**
   * Number of words from which vectors are used. Fewer fill at most one row of lanes, and the small
   * tensors that need no more may never get the loop compiled.
   */
  static final int FEWEST = Xoshiro.LANES + 1;

  /** Index in the work array of the threshold's digits. */
  private static final int DIGITS = BernoulliWords.WORK;

  /** Index in the work array of the random words of a row of draws. */
  private static final int RANDOM = DIGITS + VectorDigits.WORDS;

  /** Index in the work array of the ties. */
  private static final int TIES = RANDOM + VectorDigits.WORDS;

  /** Number of words that are drawn at a time, so that their ties are still in the cache. */
  private static final int CHUNK = Kernels.BERNOULLI_WORK - TIES;

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
    int digits = BernoulliWords.digits(threshold);
    VectorDigits.prepare(threshold, digits, work, DIGITS);
    for (int first = 0; first < words; first += CHUNK) {
      int count = Math.min(CHUNK, words - first);
      int whole = BernoulliWords.wholeRows(count);
      Arrays.fill(out, first, first + whole, 0L);
      Arrays.fill(work, TIES, TIES + whole, -1L);
      for (int i = 0; i < count; i += Xoshiro.LANES) {
        VectorXoshiro.next(work, RANDOM, digits);
        VectorDigits.compare(digits, DIGITS, RANDOM, out, first + i, work, TIES + i);
      }
      for (int i = 0; i < count; i++) {
        if (work[TIES + i] != 0) {
          out[first + i] =
              BernoulliWords.decided(
                  key0,
                  key1,
                  counter0,
                  counter1,
                  threshold,
                  first + i,
                  out[first + i],
                  out[first + i] | work[TIES + i],
                  work);
        }
      }
    }
  }
}
