package io.github.dropblock.reliability.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** Buffers of each kind. */
final class Buffers {
  private Buffers() {}

  /**
   * On the heap, at an offset of an array, or over bytes of both orders that need not be aligned.
   */
  static FloatBuffer draw(FuzzedDataProvider data, int capacity) {
    int before = data.consumeInt(0, 7);
    FloatBuffer buffer =
        switch (data.consumeInt(0, 3)) {
          case 0 -> FloatBuffer.allocate(capacity);
          case 1 -> FloatBuffer.allocate(before + capacity).position(before).slice();
          case 2 -> overBytes(data, ByteBuffer.allocate(before + Float.BYTES * capacity), before);
          default ->
              overBytes(data, ByteBuffer.allocateDirect(before + Float.BYTES * capacity), before);
        };
    return buffer.put(0, Draws.floats(data.consumeLong(), capacity));
  }

  private static FloatBuffer overBytes(FuzzedDataProvider data, ByteBuffer bytes, int before) {
    ByteOrder order = data.consumeBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    return bytes.position(before).slice().order(order).asFloatBuffer();
  }

  /** All floats of a buffer, those beyond its position and limit as well. */
  static float[] all(FloatBuffer buffer) {
    float[] all = new float[buffer.capacity()];
    buffer.duplicate().clear().get(all);
    return all;
  }

  /** The floats of a buffer from its position to its limit. */
  static float[] window(FloatBuffer buffer) {
    float[] window = new float[buffer.remaining()];
    buffer.duplicate().get(window);
    return window;
  }

  /** A buffer and how it is to look in the end. */
  static final class Expectation {
    private final FloatBuffer buffer;
    private final int position;
    private final int limit;
    private final float[] content;

    /** It is to stay as it is. */
    Expectation(FloatBuffer buffer) {
      this.buffer = buffer;
      this.position = buffer.position();
      this.limit = buffer.limit();
      this.content = all(buffer);
    }

    /** It is to hold these values from its position on. */
    Expectation(FloatBuffer buffer, float[] values) {
      this(buffer);
      System.arraycopy(values, 0, content, position, values.length);
    }

    /** It is to hold these values at these places. */
    Expectation(FloatBuffer buffer, float[] values, int[] places) {
      this(buffer);
      for (int i = 0; i < values.length; i++) {
        content[places[i]] = values[i];
      }
    }

    void check() {
      assertEquals(position, buffer.position());
      assertEquals(limit, buffer.limit());
      assertArrayEquals(content, all(buffer));
    }
  }
}
