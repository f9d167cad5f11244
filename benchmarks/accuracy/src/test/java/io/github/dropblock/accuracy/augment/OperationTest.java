package io.github.dropblock.accuracy.augment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OperationTest {
  private static byte[] bytes(int... levels) {
    byte[] bytes = new byte[levels.length];
    for (int i = 0; i < levels.length; i++) {
      bytes[i] = (byte) levels[i];
    }
    return bytes;
  }

  private static byte[] row(Operation operation, int sign, int... levels) {
    return operation.apply(bytes(levels), 1, levels.length, sign);
  }

  @Test
  void levelsChangeAsByHand() {
    assertArrayEquals(bytes(0, 130, 255), row(Operation.BRIGHTNESS, 1, 0, 100, 250));
    assertArrayEquals(bytes(0, 70, 175), row(Operation.BRIGHTNESS, -1, 0, 100, 250));
    assertArrayEquals(bytes(60, 100, 140), row(Operation.CONTRAST, -1, 100 - 67, 100, 100 + 67));
    assertArrayEquals(bytes(0, 16, 240), row(Operation.POSTERIZE, 1, 15, 31, 255));
    assertArrayEquals(bytes(191, 63, 0), row(Operation.SOLARIZE, 1, 191, 192, 255));
    assertArrayEquals(bytes(0, 128, 255), row(Operation.AUTO_CONTRAST, 1, 50, 100, 150));
    assertArrayEquals(bytes(0, 0, 128, 255), row(Operation.EQUALIZE, 1, 7, 7, 9, 200));
  }

  @Test
  void anImageOfOneLevelStaysWhereThereIsNothingToSpread() {
    assertArrayEquals(bytes(9, 9), row(Operation.AUTO_CONTRAST, 1, 9, 9));
    assertArrayEquals(bytes(9, 9), row(Operation.EQUALIZE, 1, 9, 9));
  }

  @Test
  void aTurnOfNinetyDegreesMovesTheTopToTheRight() {
    byte[] drawn = Affine.rotation(90).draw(bytes(1, 2, 3, 4, 5, 6, 7, 8, 9), 3, 3);

    assertArrayEquals(bytes(7, 4, 1, 8, 5, 2, 9, 6, 3), drawn);
  }

  @Test
  void shearsMoveRowsOrColumns() {
    byte[] pixels = bytes(0, 1, 0, 0, 2, 0, 0, 3, 0);

    assertArrayEquals(bytes(0, 0, 1, 0, 2, 0, 3, 0, 0), Affine.shearX(1).draw(pixels, 3, 3));
    byte[] lying = bytes(0, 0, 0, 1, 2, 3, 0, 0, 0);
    assertArrayEquals(bytes(0, 0, 3, 0, 2, 0, 1, 0, 0), Affine.shearY(1).draw(lying, 3, 3));
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void theGivenImageStays(Operation operation) {
    byte[] pixels = bytes(10, 250, 30, 40);

    byte[] changed = operation.apply(pixels, 2, 2, 1);

    assertArrayEquals(bytes(10, 250, 30, 40), pixels);
    assertEquals(4, changed.length);
    assertNotEquals(pixels, changed);
  }
}
