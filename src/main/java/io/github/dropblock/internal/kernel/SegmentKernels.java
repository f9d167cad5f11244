package io.github.dropblock.internal.kernel;

import java.nio.FloatBuffer;

/**
 * Hot loops on memory outside the heap. Memory segments are objects here, since they are not part
 * of Java 17.
 */
interface SegmentKernels {
  /** Returns a segment of all elements of a direct buffer. */
  Object segment(FloatBuffer buffer);

  /** Returns the address of a segment's first byte. */
  long address(Object segment);

  /**
   * Applies a mask to as many whole vectors as a run has: {@code out[i] = dropped ? +0.0 : in[i] *
   * scale}.
   *
   * <p>Modified: {@code out}. Input and output may be the same run of memory, but must not overlap
   * otherwise.
   *
   * @param inByte the first byte of the run in the input
   * @param outByte the first byte of the run in the output
   * @param firstBit the bit of the run's first element
   * @return number of elements that are done
   */
  int applyMask(
      Object in,
      long inByte,
      Object out,
      long outByte,
      int length,
      long[] dropped,
      int firstBit,
      float scale);
}
