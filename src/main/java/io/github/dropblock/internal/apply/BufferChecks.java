package io.github.dropblock.internal.apply;

import io.github.dropblock.internal.check.Check;
import io.github.dropblock.tensor.Shape;
import java.nio.Buffer;
import java.nio.FloatBuffer;

/** Argument checks of buffers, which come before anything is written. */
public final class BufferChecks {
  private BufferChecks() {}

  /** Checks that a buffer has exactly a shape's number of elements remaining. */
  public static void checkSize(String name, Buffer buffer, Shape shape) {
    Check.notNull(name, buffer);
    if (buffer.remaining() != shape.size()) {
      throw new IllegalArgumentException(
          name
              + ".remaining() must be "
              + shape.size()
              + " for "
              + shape
              + ": "
              + buffer.remaining());
    }
  }

  /** Checks the same, and that the buffer is writable. */
  public static void checkWritable(String name, Buffer buffer, Shape shape) {
    checkSize(name, buffer, shape);
    checkNotReadOnly(name, buffer);
  }

  private static void checkNotReadOnly(String name, Buffer buffer) {
    if (buffer.isReadOnly()) {
      throw new IllegalArgumentException(name + " must be writable: it is read-only");
    }
  }

  /** Checks that a buffer's limit is beyond the last element. */
  public static void checkReach(String name, Buffer buffer, ElementOrder order) {
    Check.notNull(name, buffer);
    if (order.shape().size() > 0 && order.last() >= buffer.limit()) {
      throw new IllegalArgumentException(
          name
              + ".limit() must be more than the last index, "
              + order.last()
              + ": "
              + buffer.limit());
    }
  }

  /** Checks the same, and that the buffer is writable and no two elements share an index. */
  public static void checkWritable(String name, Buffer buffer, ElementOrder order) {
    checkReach(name, buffer, order);
    checkNotReadOnly(name, buffer);
    StrideOverlap.check(order);
  }

  /**
   * Checks that the remaining elements of two buffers are the same run of an array or do not
   * overlap.
   */
  public static void checkApart(String inName, FloatBuffer in, String outName, FloatBuffer out) {
    if (shareArray(in, out)) {
      long first = (long) in.arrayOffset() + in.position();
      long outFirst = (long) out.arrayOffset() + out.position();
      checkApart(inName, first, outName, outFirst, out.remaining());
    }
  }

  /** Checks the same for two buffers whose elements lie in the same order. */
  public static void checkApart(
      String inName, FloatBuffer in, String outName, FloatBuffer out, ElementOrder order) {
    if (order.shape().size() > 0 && shareArray(in, out)) {
      long span = order.last() - order.offset() + 1;
      checkApart(inName, in.arrayOffset(), outName, out.arrayOffset(), span);
    }
  }

  /**
   * Tells whether two buffers are seen to share an array. Direct and read-only buffers hide their
   * memory.
   */
  private static boolean shareArray(FloatBuffer in, FloatBuffer out) {
    return in.hasArray() && out.hasArray() && in.array() == out.array();
  }

  private static void checkApart(
      String inName, long first, String outName, long outFirst, long length) {
    if (first != outFirst && Math.abs(first - outFirst) < length) {
      throw new IllegalArgumentException(
          inName
              + " and "
              + outName
              + " must not overlap: they begin at "
              + first
              + " and "
              + outFirst
              + " of one array");
    }
  }
}
