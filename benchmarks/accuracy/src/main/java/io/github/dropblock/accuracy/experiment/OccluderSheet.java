package io.github.dropblock.accuracy.experiment;

import io.github.dropblock.accuracy.data.Images;
import io.github.dropblock.accuracy.occlusion.Occlusion;
import io.github.dropblock.accuracy.scene.Photographs;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/** The first test images under each occluder, magnified. */
final class OccluderSheet {
  private static final int IMAGES = 4;

  /** From these come the pieces of other items. */
  private static final int POOL = 40;

  private static final int COLUMNS = 3;
  private static final int FACTOR = 3;
  private static final int GAP = 6;
  private static final int TITLE = 26;
  private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 15);

  private OccluderSheet() {}

  static BufferedImage draw(Images test) throws IOException {
    Images images = test.select(IntStream.range(0, POOL).toArray());
    Photographs photographs = Photographs.read();
    List<Occlusion> all = Occlusion.all();
    int tile = FACTOR * test.width();
    int width = IMAGES * tile + 3 * GAP;
    int height = TITLE + tile + GAP;
    BufferedImage sheet =
        new BufferedImage(
            COLUMNS * width, all.size() / COLUMNS * height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = sheet.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    g.setFont(FONT);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setColor(Color.BLACK);
    for (int i = 0; i < all.size(); i++) {
      int left = i % COLUMNS * width + GAP;
      int top = i / COLUMNS * height;
      g.drawString(all.get(i).toString(), left, top + TITLE - GAP);
      Images occluded = all.get(i).of(images, photographs);
      for (int n = 0; n < IMAGES; n++) {
        BufferedImage image = gray(occluded.select(n));
        g.drawImage(image, left + n * tile, top + TITLE, tile - 1, tile - 1, null);
      }
    }
    g.dispose();
    return sheet;
  }

  /** One image; its own levels, so that black is black. */
  private static BufferedImage gray(Images image) {
    BufferedImage gray =
        new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_BYTE_GRAY);
    gray.getRaster().setDataElements(0, 0, image.width(), image.height(), image.pixels());
    return gray;
  }
}
