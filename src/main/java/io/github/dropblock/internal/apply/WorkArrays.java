package io.github.dropblock.internal.apply;

import io.github.dropblock.internal.kernel.Kernels;

/**
 * Work arrays of a pass: bits of small planes, the scales of a chunk's elements, and two words for
 * noise.
 *
 * <p>A pass in the calling thread alone uses that thread's arrays, so it allocates nothing. Passes
 * that share a tensor have arrays of their own, which exist before the first of them starts.
 */
final class WorkArrays {
  /** Number of words for bits, enough for 64 planes of up to 1024 elements. */
  static final int WORDS = 1024;

  /** Arrays only: a thread that outlives the library must not hold on to its classes. */
  private static final ThreadLocal<Object[]> OF_THREAD = new ThreadLocal<>();

  private WorkArrays() {}

  /** Returns new arrays. */
  static Object[] create() {
    return new Object[] {new long[WORDS], new float[Kernels.SCALES_WORK], new long[2]};
  }

  /** Returns the arrays of the calling thread, with any content. */
  static Object[] ofThread() {
    Object[] arrays = OF_THREAD.get();
    if (arrays == null) {
      arrays = create();
      OF_THREAD.set(arrays);
    }
    return arrays;
  }

  /** Returns an array of {@link #WORDS} words. */
  static long[] bits(Object[] arrays) {
    return (long[]) arrays[0];
  }

  /** Returns an array of {@link Kernels#WORK} elements. */
  static float[] factors(Object[] arrays) {
    return (float[]) arrays[1];
  }

  /** Returns an array of two words. */
  static long[] words2(Object[] arrays) {
    return (long[]) arrays[2];
  }
}
