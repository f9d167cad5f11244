package io.github.dropblock.internal.apply;

import io.github.dropblock.internal.kernel.Kernels;

/**
 * Work arrays of a pass: bits of small planes, the scales of a chunk's elements, two words for
 * noise, and two chunks of elements.
 *
 * <p>A pass in the calling thread alone uses that thread's arrays, so it allocates nothing. Passes
 * that share a tensor have arrays of their own, which exist before the first of them starts.
 */
final class WorkArrays {
  /** Number of words for bits, enough for 64 planes of up to 1024 elements. */
  static final int WORDS = 1024;

  private static final int FIRST_CHUNK = 3;

  /** Arrays only: a thread that outlives the library must not hold on to its classes. */
  private static final ThreadLocal<Object[]> OF_THREAD = new ThreadLocal<>();

  private WorkArrays() {}

  /** Returns new arrays. Those that are not needed have length 0. */
  static Object[] create(boolean needsBits, boolean needsFactors) {
    return new Object[] {
      new long[needsBits ? WORDS : 0],
      new float[needsFactors ? Kernels.SCALES_WORK : 0],
      new long[2],
      null,
      null
    };
  }

  /** Returns the arrays of the calling thread, with any content. */
  static Object[] ofThread() {
    Object[] arrays = OF_THREAD.get();
    if (arrays == null) {
      arrays = create(true, true);
      OF_THREAD.set(arrays);
    }
    return arrays;
  }

  /** Returns an array of {@link #WORDS} words. */
  static long[] bits(Object[] arrays) {
    return (long[]) arrays[0];
  }

  /** Returns an array of {@link Kernels#SCALES_WORK} elements. */
  static float[] factors(Object[] arrays) {
    return (float[]) arrays[1];
  }

  /** Returns an array of two words. */
  static long[] words2(Object[] arrays) {
    return (long[]) arrays[2];
  }

  /** Returns a chunk of the calling thread, or a new one: 0 or 1 tells which. */
  static float[] chunk(boolean isOfThread, int number) {
    if (!isOfThread) {
      return new float[MemoryPass.FIRST + Kernels.CHUNK];
    }
    Object[] arrays = ofThread();
    if (arrays[FIRST_CHUNK + number] == null) {
      arrays[FIRST_CHUNK + number] = chunk(false, number);
    }
    return (float[]) arrays[FIRST_CHUNK + number];
  }
}
