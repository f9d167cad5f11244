package io.github.dropblock.reliability.load;

/** The largest float[] that this JVM has. */
final class LargestArray {
  private LargestArray() {}

  /**
   * Tries from the largest int down. Needs a heap for it.
   *
   * @throws OutOfMemoryError if the heap is too small
   */
  static int length() {
    for (int length = Integer.MAX_VALUE; ; length--) {
      if (exists(length)) {
        return length;
      }
    }
  }

  private static boolean exists(int length) {
    try {
      return new float[length].length == length;
    } catch (OutOfMemoryError e) {
      if (!String.valueOf(e.getMessage()).contains("VM limit")) {
        throw e;
      }
      return false;
    }
  }
}
