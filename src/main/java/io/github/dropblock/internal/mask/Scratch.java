package io.github.dropblock.internal.mask;

/** Arrays to work in, one set for each thread, so that sampling allocates nothing. */
final class Scratch {
  /** Words of a stream that are drawn at a time at most. */
  static final int STREAM_WORDS = 64;

  /** Larger units are rare; their array is not kept. 256 KiB. */
  private static final int MAX_KEPT_WORDS = 1 << 15;

  // Arrays only: a thread that outlives the library must not hold on to its classes.
  private static final ThreadLocal<long[][]> ARRAYS =
      ThreadLocal.withInitial(() -> new long[][] {new long[STREAM_WORDS], new long[0]});

  private Scratch() {}

  /** For the words of a stream; of any content. */
  static long[] streamWords() {
    return ARRAYS.get()[0];
  }

  /** At least that many words for the seeds of a unit; of any content. */
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
