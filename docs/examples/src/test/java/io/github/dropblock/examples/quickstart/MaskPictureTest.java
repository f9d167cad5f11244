package io.github.dropblock.examples.quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.DropMask;
import io.github.dropblock.GammaRule;
import io.github.dropblock.examples.common.Pictures;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

/** On a white photograph a panel is its mask: black where dropped, white where kept. */
class MaskPictureTest {
  private static final Photo WHITE = new Photo("white", Pictures.blank(80, 40));
  private static final FeatureMaps MAPS = FeatureMaps.of(WHITE.toTensor());
  private static final Choices CHOICES = new Choices(0.8, 5, GammaRule.PAPER, 11);
  private static final int CELL = 5;
  private static final int TOP = 8 + 48;

  private final BufferedImage sheet = MaskPicture.draw(WHITE, MAPS, CHOICES);

  @Test
  void theSecondPanelIsDropout() {
    assertPanel(1, CHOICES.dropout().sample(MAPS.plane(), 0));
  }

  @Test
  void theThirdPanelIsDropBlock() {
    assertPanel(2, CHOICES.dropBlock().sample(MAPS.plane(), 0));
  }

  private void assertPanel(int panel, DropMask mask) {
    int left = 16 + panel * (80 * CELL + 16);
    for (int y = 0; y < 40; y++) {
      for (int x = 0; x < 80; x++) {
        int pixel = sheet.getRGB(left + x * CELL + CELL / 2, TOP + y * CELL + CELL / 2);
        int expected = mask.isKept(0, 0, y, x) ? 0xffffff : 0;
        assertEquals(expected, pixel & 0xffffff, "position " + x + ", " + y);
      }
    }
  }
}
