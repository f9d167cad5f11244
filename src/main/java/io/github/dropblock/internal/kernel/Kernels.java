package io.github.dropblock.internal.kernel;

import io.github.dropblock.internal.random.BernoulliWords;

/**
 * Hot loops. Each implementation gives the same bits as {@link ScalarKernels}.
 *
 * <p>Masks are bit arrays. Bit {@code i & 63} of word {@code i >> 6} is position i, and a set bit
 * is a dropped position. Callers check arguments; kernels do not.
 */
public interface Kernels {
  /**
   * Number of elements to work on at a time where they are visited twice, so that they stay in the
   * first-level cache.
   */
  int CHUNK = 2048;

  /** Number of words of a work array for {@link #bernoulliWords}. */
  int BERNOULLI_WORK = BernoulliWords.WORK + 448;

  /** Largest number of elements with the same scale for which {@link #applyScales} works. */
  int SHORT_RUN = 128;

  /** Length of the work array of {@link #applyScales}: a chunk, and what is written beyond it. */
  int SCALES_WORK = CHUNK + 2 * SHORT_RUN;

  /** Returns a short name for logs and reports. */
  String name();

  /** Returns the width of explicit vectors in bits: 0 if there are none. */
  int vectorBits();

  /**
   * Applies a mask: {@code out[i] = dropped ? +0.0 : in[i] * scale}.
   *
   * <p>Modified: {@code out}. Input and output may be the same run of one array, but must not
   * overlap otherwise.
   *
   * @param firstBit the bit of the run's first element
   */
  void applyMask(
      float[] in,
      int inOffset,
      float[] out,
      int outOffset,
      int length,
      long[] dropped,
      int firstBit,
      float scale);

  /**
   * Applies a mask where the scale changes every few elements: {@code out[i] = dropped ? +0.0 :
   * in[i] * scales[firstScale + (phase + i) / run]}.
   *
   * <p>Modified: {@code out}, {@code work}. Input and output may be the same run of one array, but
   * must not overlap otherwise.
   *
   * @param firstBit the bit of the run's first element
   * @param run number of consecutive elements that have the same scale, at most {@link #SHORT_RUN}
   * @param phase elements of the first scale that come before the first element, less than {@code
   *     run}
   * @param work a work array of {@link #SCALES_WORK} elements, with any content
   */
  void applyScales(
      float[] in,
      int inOffset,
      float[] out,
      int outOffset,
      int length,
      long[] dropped,
      int firstBit,
      float[] scales,
      int firstScale,
      int run,
      int phase,
      float[] work);

  /**
   * Multiplies a run by a number: {@code out[i] = in[i] * scale}.
   *
   * <p>Modified: {@code out}. Input and output may be the same run of one array, but must not
   * overlap otherwise.
   */
  void multiply(float[] in, int inOffset, float[] out, int outOffset, int length, float scale);

  /**
   * Writes the multipliers: {@code out[i] = dropped ? +0.0 : scale}.
   *
   * <p>Modified: {@code out}.
   *
   * @param firstBit the bit of the run's first element
   */
  void writeMultipliers(
      float[] out, int outOffset, int length, long[] dropped, int firstBit, float scale);

  /**
   * Copies from two arrays, bit for bit: {@code out[i] = dropped ? b[i] : a[i]}.
   *
   * <p>Modified: {@code out}. An input and the output may be the same run of one array, but must
   * not overlap otherwise.
   *
   * @param firstBit the bit of the run's first element
   */
  void select(
      float[] a,
      int aOffset,
      float[] b,
      int bOffset,
      float[] out,
      int outOffset,
      int length,
      long[] dropped,
      int firstBit);

  /**
   * Draws consecutive blocks of the generator: see {@link
   * io.github.dropblock.internal.random.Threefry}. The words of block i are elements i and {@code
   * blocks + i}.
   *
   * <p>Modified: the first {@code 2 * blocks} elements of {@code out}.
   */
  void randomBlocks(long key0, long key1, long counter0, long counter1, long[] out, int blocks);

  /**
   * Draws words of 64 Bernoulli draws: see {@link
   * io.github.dropblock.internal.random.BernoulliWords#draw}.
   *
   * <p>Modified: as many elements of {@code out} as the words take in whole rows, and {@code work}.
   *
   * @param out has room for a number of words that is a multiple of 8
   * @param work a work array of {@value #BERNOULLI_WORK} words
   */
  void bernoulliWords(
      long key0,
      long key1,
      long counter0,
      long counter1,
      long threshold,
      long[] out,
      int words,
      long[] work);

  /**
   * Ors an array, taken as one long number, with itself shifted: {@code words |= words << shift}.
   *
   * <p>Modified: the first {@code count} words. Bits that are shifted beyond them are lost.
   *
   * @param shift at least 1
   */
  void orShifted(long[] words, int count, int shift);
}
