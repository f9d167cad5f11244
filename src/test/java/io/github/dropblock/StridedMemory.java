package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.tensor.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;

/** Buffers of guards in which a tensor's elements lie in any order. */
final class StridedMemory {
  private static final float GUARD = 12345f;

  private final int[] places;
  private final int length;
  private final ByteOrder direct;

  /** Memory in a part of an array, or direct of a byte order. */
  StridedMemory(Shape shape, Strides strides, ByteOrder direct) {
    this.places = places(shape, strides);
    this.length = Arrays.stream(places).max().orElse(-1) + 1;
    this.direct = direct;
  }

  /** The elements' places for axes (0 to 4: N, C, D, H, W) from the outermost to the innermost. */
  static Strides strides(Shape shape, List<Integer> axes, int offset, int gap) {
    int[] extents = {shape.n(), shape.c(), shape.d(), shape.h(), shape.w()};
    int[] strides = new int[5];
    int next = 1;
    for (int i = 4; i >= 0; i--) {
      strides[axes.get(i)] = next;
      // With a gap the tensor is a view of a larger one.
      next *= extents[axes.get(i)] + (extents[axes.get(i)] > 1 ? gap : 0);
    }
    return new Strides(offset, strides[0], strides[1], strides[2], strides[3], strides[4]);
  }

  /** Where each element lies, in the elements' order. */
  static int[] places(Shape s, Strides strides) {
    int[] places = new int[s.size()];
    int i = 0;
    for (int n = 0; n < s.n(); n++) {
      for (int c = 0; c < s.c(); c++) {
        for (int d = 0; d < s.d(); d++) {
          for (int h = 0; h < s.h(); h++) {
            for (int w = 0; w < s.w(); w++) {
              places[i++] =
                  strides.offset()
                      + n * strides.n()
                      + c * strides.c()
                      + d * strides.d()
                      + h * strides.h()
                      + w * strides.w();
            }
          }
        }
      }
    }
    return places;
  }

  int[] places() {
    return places;
  }

  /** One more than the last index. */
  int length() {
    return length;
  }

  /** A buffer that ends with the last element; its position does not matter. */
  FloatBuffer scattered(float[] x) {
    FloatBuffer buffer =
        direct == null
            ? FloatBuffer.allocate(length + 3 + 5).position(5).slice()
            : ByteBuffer.allocateDirect(4 * length + 12).order(direct).asFloatBuffer();
    for (int i = 0; i < buffer.capacity(); i++) {
      buffer.put(i, GUARD);
    }
    for (int i = 0; i < x.length; i++) {
      buffer.put(places[i], x[i]);
    }
    return buffer.position(length / 2).limit(length);
  }

  /** The elements are there, the guards as well, and the position and limit have not moved. */
  void assertHolds(float[] expected, FloatBuffer buffer) {
    assertEquals(buffer.capacity() - 3, buffer.limit());
    assertEquals(buffer.limit() / 2, buffer.position());
    buffer.clear();
    float[] all = new float[buffer.capacity()];
    Arrays.fill(all, GUARD);
    for (int i = 0; i < expected.length; i++) {
      all[places[i]] = expected[i];
    }
    float[] actual = new float[buffer.capacity()];
    buffer.get(actual);
    assertArrayEquals(all, actual);
  }
}
