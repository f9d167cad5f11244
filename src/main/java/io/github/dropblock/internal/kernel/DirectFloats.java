package io.github.dropblock.internal.kernel;

import io.github.dropblock.internal.bits.Bits;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * Floats of a direct buffer, which the vector kernels reach without a copy.
 *
 * <p>That takes a JVM with memory segments and the vector kernels. See {@link SegmentAttempt}.
 */
public final class DirectFloats {
  /** Number of elements from which it pays to begin at a cache line. */
  private static final int LONG_RUN = 1024;

  private static final int FLOATS_OF_LINE = 16;

  private final SegmentKernels kernels;
  private final FloatBuffer buffer;
  private final Object segment;
  private final long address;

  private DirectFloats(SegmentKernels kernels, FloatBuffer buffer) {
    this.kernels = kernels;
    this.buffer = buffer.duplicate().clear();
    this.segment = kernels.segment(buffer);
    this.address = kernels.address(segment);
  }

  /**
   * Returns the floats of a buffer, whatever its position and limit, or null if the buffer lies on
   * the heap or has another byte order than the machine, or if this JVM offers no such access.
   */
  public static DirectFloats of(FloatBuffer buffer) {
    return of(buffer, buffer.isDirect() ? SegmentAttempt.kernels() : null);
  }

  static DirectFloats of(FloatBuffer buffer, SegmentKernels kernels) {
    boolean reached =
        kernels != null && buffer.isDirect() && buffer.order() == ByteOrder.nativeOrder();
    return reached ? new DirectFloats(kernels, buffer) : null;
  }

  /**
   * Applies a mask: {@code out[i] = dropped ? +0.0 : in[i] * scale}.
   *
   * <p>Modified: {@code out}. Input and output may be the same run of memory, but must not overlap
   * otherwise.
   *
   * @param from the index of the run's first element in the input
   * @param to the index of the run's first element in the output
   * @param firstBit the bit of the run's first element
   */
  public static void applyMask(
      DirectFloats in,
      int from,
      DirectFloats out,
      int to,
      int length,
      long[] dropped,
      int firstBit,
      float scale) {
    int head = length < LONG_RUN ? 0 : out.toCacheLine(to);
    applyEach(in, from, out, to, 0, head, dropped, firstBit, scale);
    int done =
        head
            + out.kernels.applyMask(
                in.segment,
                (from + (long) head) * Float.BYTES,
                out.segment,
                (to + (long) head) * Float.BYTES,
                length - head,
                dropped,
                firstBit + head,
                scale);
    applyEach(in, from, out, to, done, length, dropped, firstBit, scale);
  }

  /** Returns the number of elements up to the next cache line. */
  private int toCacheLine(int index) {
    return (int) -(address / Float.BYTES + index) & (FLOATS_OF_LINE - 1);
  }

  /** Applies the mask to the few elements that do not fill a vector. */
  private static void applyEach(
      DirectFloats in,
      int from,
      DirectFloats out,
      int to,
      int first,
      int end,
      long[] dropped,
      int firstBit,
      float scale) {
    for (int i = first; i < end; i++) {
      boolean drop = Bits.get(dropped, firstBit + i);
      out.buffer.put(to + i, drop ? 0f : in.buffer.get(from + i) * scale);
    }
  }
}
