package io.github.dropblock.internal.kernel;

import java.nio.FloatBuffer;

/** Loops over buffers that stand for segments, one element at a time, with a fault or without. */
final class BufferSegments implements SegmentKernels {
  /** What is wrong. */
  enum Fault {
    NONE,
    WRONG_SIGN,
    NAN_IS_ZERO,
    KEEPS_ALL,
    STOPS_EARLY,
    FORGETS_SECOND_PART,
    FAILS
  }

  /** Elements of a vector. */
  private static final int LANES = 4;

  private final Fault fault;

  BufferSegments(Fault fault) {
    this.fault = fault;
  }

  @Override
  public Object segment(FloatBuffer buffer) {
    return buffer.duplicate().clear();
  }

  @Override
  public long address(Object segment) {
    return 1L << 40;
  }

  @Override
  public int applyMask(
      Object in, long inByte, Object out, long outByte, int length, long[] bits, int bit, float s) {
    FloatBuffer from = (FloatBuffer) in;
    FloatBuffer to = (FloatBuffer) out;
    if (fault == Fault.FAILS) {
      throw new InternalError("no such memory");
    }
    int whole = length / LANES * LANES;
    for (int i = 0; i < whole; i++) {
      boolean dropped = (bits[(bit + i) / 64] >>> ((bit + i) % 64) & 1) == 1;
      float product = from.get((int) (inByte / 4) + i) * s;
      if (fault != Fault.FORGETS_SECOND_PART || i < Kernels.CHUNK) {
        to.put((int) (outByte / 4) + i, result(dropped, product));
      }
    }
    return fault == Fault.STOPS_EARLY ? whole + LANES : whole;
  }

  private float result(boolean dropped, float product) {
    return switch (fault) {
      case WRONG_SIGN -> dropped ? 0f : -product;
      case NAN_IS_ZERO -> dropped || Float.isNaN(product) ? 0f : product;
      case KEEPS_ALL -> product;
      default -> dropped ? 0f : product;
    };
  }
}
