package io.github.dropblock.internal.kernel;

import io.github.dropblock.internal.random.BernoulliWords;
import io.github.dropblock.internal.random.UniformBits;
import java.util.Arrays;

/**
 * Self-test of kernels: compares a small run of each loop with the scalar one before they are used.
 */
final class KernelSelfTest {
  private static final int LENGTH = 200;
  private static final int WORDS = 21;

  private KernelSelfTest() {}

  static boolean passes(Kernels kernels) {
    Kernels scalar = new ScalarKernels();
    return Arrays.equals(floats(kernels), floats(scalar))
        && Arrays.equals(words(kernels), words(scalar));
  }

  private static float[] floats(Kernels kernels) {
    float[] data = new float[3 * LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      data[i] = i % 7 == 0 ? Float.NaN : i - 99.5f;
    }
    long[] dropped = {0x8000_0000_0000_0001L, 0x0123_4567_89AB_CDEFL, -1L, 0, 0x5555L};
    kernels.applyMask(data, 0, data, 0, LENGTH, dropped, 3, 1.1f);
    float[] scales = {1.1f, 0.9f, 1.3f, 2f, 0.7f};
    float[] work = new float[Kernels.SCALES_WORK];
    kernels.applyScales(data, 0, data, 0, LENGTH, dropped, 5, scales, 0, 49, 11, work);
    kernels.multiply(data, 1, data, 1, LENGTH - 1, 1.1f);
    kernels.writeMultipliers(data, LENGTH, LENGTH, dropped, 0, 1.1f);
    kernels.select(data, 0, data, LENGTH, data, 2 * LENGTH, LENGTH, dropped, 7);
    return data;
  }

  private static long[] words(Kernels kernels) {
    long[] words = new long[4 * WORDS];
    kernels.randomBlocks(1, 2, 3, -5, words, WORDS);
    long[] draws = new long[BernoulliWords.wholeRows(WORDS)];
    long[] work = new long[Kernels.BERNOULLI_WORK];
    kernels.bernoulliWords(1, 2, 3, 4, UniformBits.threshold(0.1), draws, WORDS, work);
    System.arraycopy(draws, 0, words, 2 * WORDS, WORDS);
    kernels.orShifted(words, words.length, 77);
    return words;
  }
}
