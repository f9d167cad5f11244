package io.github.dropblock.internal.mask;

import io.github.dropblock.internal.kernel.Kernels;

/** Work arrays of each thread, which let sampling allocate nothing. */
final class Scratch {
  /** Largest number of words of a stream that are drawn at a time. */
  static final int STREAM_WORDS = 64;

  /** Largest number of words that are kept: 256 KiB. Larger units are rare. */
  private static final int MAX_KEPT_WORDS = 1 << 15;

  // Arrays only: a thread that outlives the library must not hold on to its classes.
  private static final ThreadLocal<long[][]> ARRAYS =
      ThreadLocal.withInitial(
          () ->
              new long[][] {new long[STREAM_WORDS], new long[0], new long[Kernels.BERNOULLI_WORK]});

  private Scratch() {}

  /** Returns an array for the words of a stream, with any content. */
  static long[] streamWords() {
    return ARRAYS.get()[0];
  }

  /** Returns a work array for {@link Kernels#bernoulliWords}, with any content. */
  static long[] draws() {
    return ARRAYS.get()[2];
  }

  /** Returns at least that many words for the seeds of a unit, with any content. */
  static long[] unit(int words) {
    if (words > MAX_KEPT_WORDS) {
      return new long[words];
    }
    long[][] arrays = ARRAYS.get();
    if (arrays[1].length < words) {
      arrays[1] = new long[words];
    }
    return arrays[1];
  }
}
