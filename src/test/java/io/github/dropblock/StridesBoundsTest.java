package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dropblock.tensor.Shape;
import java.nio.FloatBuffer;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A buffer must reach to the last element, whichever axis leads there. */
class StridesBoundsTest {
  /** One axis at a time, then two. */
  @ParameterizedTest
  @CsvSource({
    "3, 1, 1, 1, 1, 20",
    "1, 3, 1, 1, 1, 14",
    "1, 1, 3, 1, 1, 12",
    "1, 1, 1, 3, 1, 8",
    "1, 1, 1, 1, 3, 6",
    "2, 1, 1, 1, 2, 13",
    "1, 2, 2, 1, 1, 13"
  })
  void theLastElementIsTheLimit(int n, int c, int d, int h, int w, int last) {
    Shape shape = Shape.ncdhw(n, c, d, h, w);
    Strides strides = new Strides(4, 8, 5, 4, 2, 1);
    DropMask mask = Dropout.of(0, 1).sample(shape, 0);
    float[] data = new float[last + 1];
    Arrays.fill(data, 1);
    float[] before = data.clone();
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () -> mask.applyInPlace(FloatBuffer.wrap(data, 0, last), strides));
    assertEquals(
        "x.limit() must be more than the last index, " + last + ": " + last, e.getMessage());
    assertArrayEquals(before, data);
    mask.applyInPlace(FloatBuffer.wrap(data), strides);
    assertEquals(0f, data[last]);
  }
}
