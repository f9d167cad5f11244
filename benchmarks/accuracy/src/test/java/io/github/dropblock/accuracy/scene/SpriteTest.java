package io.github.dropblock.accuracy.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.accuracy.data.Images;
import org.junit.jupiter.api.Test;

class SpriteTest {
  private static final Images ITEM =
      new Images(2, 2, new byte[] {0, 100, (byte) 200, 40}, new byte[] {3});

  @Test
  void anItemOfItsOwnSizeIsDrawnAsItIs() {
    Sprite sprite = Sprite.of(ITEM, 0, 2, false, 1);

    assertArrayEquals(new float[] {0, 100, 200, 40}, sprite.light());
    assertArrayEquals(new float[] {0, 1, 1, 1}, sprite.cover());
  }

  @Test
  void flipAndGainChangeOrderAndLight() {
    Sprite sprite = Sprite.of(ITEM, 0, 2, true, 0.5f);

    assertArrayEquals(new float[] {50, 0, 20, 100}, sprite.light());
    assertArrayEquals(new float[] {1, 0, 1, 1}, sprite.cover());
  }

  @Test
  void aLargerDrawingInterpolatesAndFadesAtTheBorder() {
    Sprite sprite = Sprite.of(ITEM, 0, 4, false, 1);

    // The center of row 1, column 1 is at a quarter of the way from item pixel (0, 0) to (1, 1).
    assertEquals(0.1875f * 100 + 0.1875f * 200 + 0.0625f * 40, sprite.light()[5], 1e-4f);
    assertEquals(0.4375f, sprite.cover()[5], 1e-6f);
    // A quarter of a pixel lies outside on both sides.
    assertEquals(0.5625f, sprite.cover()[15], 1e-6f);
  }

  @Test
  void theBoxHoldsThePixelsThatAreMostlyCovered() {
    assertEquals(new Box(7, 0, 0, 2, 2), Sprite.of(ITEM, 0, 2, false, 1).box(7));
    Images corner = new Images(3, 3, new byte[] {0, 0, 0, 0, 0, 9, 0, 0, 9}, new byte[] {0});
    assertEquals(new Box(1, 2, 1, 3, 3), Sprite.of(corner, 0, 3, false, 1).box(1));
    Images nothing = new Images(1, 1, new byte[] {0}, new byte[] {0});
    assertEquals(0, Sprite.of(nothing, 0, 3, false, 1).box(1).area());
  }
}
