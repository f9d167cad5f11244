package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;

/** Buffers of each kind, filled with guards, with a window between position and limit. */
final class BufferWindows {
  private static final float GUARD = 12345f;

  private BufferWindows() {}

  /** Heap and direct, backed by arrays from an offset on, of both byte orders, unaligned. */
  static List<FloatBuffer> of(int size, int before) {
    int total = before + size + 3;
    FloatBuffer backed = FloatBuffer.allocate(total + 5);
    backed.position(5);
    ByteBuffer odd = ByteBuffer.allocateDirect(4 * total + 1);
    odd.position(1);
    List<FloatBuffer> buffers =
        List.of(
            FloatBuffer.allocate(total),
            backed.slice(),
            ByteBuffer.allocateDirect(4 * total).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer(),
            ByteBuffer.allocateDirect(4 * total).order(ByteOrder.BIG_ENDIAN).asFloatBuffer(),
            ByteBuffer.allocate(4 * total).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer(),
            ByteBuffer.allocate(4 * total).order(ByteOrder.BIG_ENDIAN).asFloatBuffer(),
            odd.slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer());
    for (FloatBuffer buffer : buffers) {
      for (int i = 0; i < total; i++) {
        buffer.put(i, GUARD);
      }
      buffer.position(before).limit(before + size);
    }
    return buffers;
  }

  /** The window holds the values, the guards are there, and the position and limit as well. */
  static void assertWindow(float[] expected, FloatBuffer window, int before) {
    assertEquals(before, window.position());
    assertEquals(before + expected.length, window.limit());
    float[] actual = new float[expected.length];
    window.duplicate().get(actual);
    assertArrayEquals(expected, actual);
    FloatBuffer all = window.duplicate();
    all.clear();
    for (int i = 0; i < all.capacity(); i++) {
      if (i < before || i >= before + expected.length) {
        assertEquals(GUARD, all.get(i));
      }
    }
  }
}
