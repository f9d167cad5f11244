package io.github.dropblock.internal.mask;

import io.github.dropblock.internal.kernel.Kernels;
import java.util.Arrays;

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
              new long[][] {
                new long[STREAM_WORDS],
                new long[0],
                new long[Kernels.BERNOULLI_WORK],
                new long[0],
                new long[0]
              });

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
    return atLeast(1, words);
  }

  /** Returns at least that many words for the cells of a unit. The first {@code words} are zero. */
  static long[] cells(int words) {
    return zeros(3, words);
  }

  /** Returns at least that many words for a row of a plane. The first {@code words} are zero. */
  static long[] row(int words) {
    return zeros(4, words);
  }

  private static long[] zeros(int array, int words) {
    long[] made = atLeast(array, words);
    Arrays.fill(made, 0, words, 0);
    return made;
  }

  private static long[] atLeast(int array, int words) {
    if (words > MAX_KEPT_WORDS) {
      return new long[words];
    }
    long[][] arrays = ARRAYS.get();
    if (arrays[array].length < words) {
      arrays[array] = new long[words];
    }
    return arrays[array];
  }
}
