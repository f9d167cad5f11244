package io.github.dropblock.accuracy.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class LegendTest {
  private static final int TEN_ENTRIES = 1300;
  private static final int ROW = 26;

  @Test
  void tenKindsOfItemsNeedOneRowAndElevenLabelsTwo() {
    assertEquals(ROW, new Legend(1, TEN_ENTRIES).height());
    assertEquals(2 * ROW, new Legend(0, TEN_ENTRIES).height());
  }

  @Test
  void aSheetNarrowerThanAnEntryHasARowForEach() {
    assertEquals(Scene.LABELS * ROW, new Legend(0, 1).height());
  }

  @Test
  void beginsWithItsFirstLabel() {
    assertEquals(Colors.of(1).getRGB(), firstSquare(1));
    assertEquals(Colors.of(0).getRGB(), firstSquare(0));
  }

  private static int firstSquare(int first) {
    Legend legend = new Legend(first, TEN_ENTRIES);
    BufferedImage sheet =
        new BufferedImage(TEN_ENTRIES, legend.height(), BufferedImage.TYPE_INT_RGB);
    legend.draw(sheet.createGraphics(), 0, 0);
    return sheet.getRGB(9, 9);
  }
}
