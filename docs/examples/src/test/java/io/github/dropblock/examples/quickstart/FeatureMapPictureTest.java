package io.github.dropblock.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.DropMask;
import io.github.dropblock.GammaRule;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Maps of ones are white; after DropBlock they are orange where dropped. */
class FeatureMapPictureTest {
  private static final Shape SHAPE = Shape.nchw(1, EdgeFilter.values().length, 40, 80);
  private static final DropMask MASK =
      new Choices(0.8, 5, GammaRule.PAPER, 11).dropBlock().sample(SHAPE, 0);
  private static final int CELL = 3;
  private static final int TOP = 8 + 48;
  private static final int ROW = 16 + 48 + 40 * CELL;

  @Test
  void everyChannelShowsItsMaskBelowItsMap() {
    BufferedImage sheet = FeatureMapPicture.draw(ones(), MASK);

    for (int c = 0; c < SHAPE.c(); c++) {
      for (int y = 0; y < SHAPE.h(); y++) {
        for (int x = 0; x < SHAPE.w(); x++) {
          int left = 16 + c * (80 * CELL + 16) + x * CELL;
          int top = TOP + y * CELL;
          assertEquals(0xffffff, sheet.getRGB(left, top) & 0xffffff);
          int expected = MASK.isKept(0, c, y, x) ? 0xffffff : 0xe8590c;
          assertEquals(expected, sheet.getRGB(left, top + ROW) & 0xffffff);
        }
      }
    }
  }

  private static Tensor ones() {
    Tensor ones = Tensor.zeros(SHAPE);
    Arrays.fill(ones.data(), 1);
    return ones;
  }
}
