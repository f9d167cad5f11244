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

  /** Index in the work array of the draws that take ties for successes. */
  private static final int UPPER = BernoulliWords.WORK + VectorDigits.WORK;

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
    int digits = BernoulliWords.digits(threshold);
    VectorDigits.prepare(threshold, digits, work);
    for (int first = 0; first < words; first += CHUNK) {
      int count = Math.min(CHUNK, words - first);
      int whole = BernoulliWords.wholeRows(count);
      Arrays.fill(out, first, first + whole, 0L);
      Arrays.fill(work, UPPER, UPPER + whole, -1L);
      for (int i = 0; i < count; i += Xoshiro.LANES) {
        compareRow(digits, out, first + i, work, UPPER + i);
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

  private static void compareRow(int digits, long[] out, int at, long[] work, int upperAt) {
    for (int lane = 0; lane < Xoshiro.LANES; lane += VectorDigits.LANES) {
      for (int digit = 0; digit < digits; digit += VectorDigits.AT_A_TIME) {
        VectorDigits.compare(digit, out, at + lane, work, upperAt + lane, lane);
      }
    }
  }
}
