package io.github.dropblock.accuracy.detection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BoxCodingTest {
  private static final Rectangle ANCHOR = new Rectangle(10, 20, 18, 36);

  @Test
  void offsetsAreThoseOfTheFormula() {
    Rectangle rectangle = new Rectangle(12, 16, 16, 48);

    float[] expected = {0, 4f / 16, (float) Math.log(0.5), (float) Math.log(2)};
    assertArrayEquals(expected, BoxCoding.encode(ANCHOR, rectangle), 1e-6f);
  }

  @Test
  void aRectangleComesBackFromItsOffsets() {
    Rectangle rectangle = new Rectangle(3.5, 30, 9, 31);
    float[] values = new float[6];
    System.arraycopy(BoxCoding.encode(ANCHOR, rectangle), 0, values, 2, 4);

    Rectangle decoded = BoxCoding.decode(ANCHOR, values, 2);

    assertEquals(3.5, decoded.left(), 1e-5);
    assertEquals(30, decoded.top(), 1e-5);
    assertEquals(9, decoded.right(), 1e-5);
    assertEquals(31, decoded.bottom(), 1e-5);
  }

  @Test
  void aWildPredictionIsAtMostSixteenTimesTheAnchor() {
    Rectangle decoded = BoxCoding.decode(ANCHOR, new float[] {0, 0, 1000, 1000}, 0);

    assertEquals(16 * ANCHOR.width(), decoded.width(), 1e-9);
    assertEquals(16 * ANCHOR.height(), decoded.height(), 1e-9);
  }
}
