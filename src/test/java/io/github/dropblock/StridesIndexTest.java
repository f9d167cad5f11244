package io.github.dropblock;

import static io.github.dropblock.internal.check.Rejections.assertMessage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dropblock.tensor.Shape;
import org.junit.jupiter.api.Test;

/** Where an element lies in a buffer. */
class StridesIndexTest {
  private static final Shape SHAPE = Shape.ncdhw(2, 3, 2, 4, 5);

  @Test
  void anIndexIsTheSumOfItsSteps() {
    Strides strides = new Strides(7, 1000, 300, 120, 25, 3);
    int element = 0;
    for (int n = 0; n < 2; n++) {
      for (int c = 0; c < 3; c++) {
        for (int d = 0; d < 2; d++) {
          for (int h = 0; h < 4; h++) {
            for (int w = 0; w < 5; w++) {
              int expected = 7 + 1000 * n + 300 * c + 120 * d + 25 * h + 3 * w;
              assertEquals(expected, strides.indexOf(SHAPE, element));
              assertEquals(element, Strides.rowMajor(SHAPE).indexOf(SHAPE, element));
              element++;
            }
          }
        }
      }
    }
  }

  @Test
  void badArguments() {
    Strides wide = new Strides(0, Integer.MAX_VALUE, 1, 1, 1, 1);
    assertMessage("shape must not be null", () -> wide.indexOf(null, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> wide.indexOf(SHAPE, SHAPE.size()));
    assertThrows(IndexOutOfBoundsException.class, () -> wide.indexOf(SHAPE, -1));
    assertMessage(
        "index of the element must be in [0, 2147483647]: 2147483649",
        () -> wide.indexOf(Shape.nc(2, 3), 5));
  }
}
