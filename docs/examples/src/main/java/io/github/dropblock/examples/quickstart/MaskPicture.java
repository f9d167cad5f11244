package io.github.dropblock.examples.quickstart;

import io.github.dropblock.DropMask;
import io.github.dropblock.examples.common.PanelSheet;
import io.github.dropblock.examples.common.PanelSheet.Panel;
import io.github.dropblock.examples.common.Pictures;
import io.github.dropblock.tensor.Shape;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;

/**
 * Dropout beside DropBlock, at the same keepProb, over the photograph.
 *
 * <p>The masks have the size of a feature map and are magnified to the photograph, so a panel shows
 * what the next layer can no longer see. Only the mask is drawn: the scale that makes up for the
 * dropped positions would brighten a photograph until it clips.
 */
final class MaskPicture {
  private static final int LONGEST_SIDE = 400;

  private final BufferedImage photo;
  private final int cell;

  private MaskPicture(Photo photo, FeatureMaps maps) {
    Shape shape = maps.tensor().shape();
    this.cell = Math.max(1, LONGEST_SIDE / Math.max(shape.h(), shape.w()));
    this.photo = magnify(photo.image(), maps.stride());
  }

  static BufferedImage draw(Photo photo, FeatureMaps maps, Choices choices) {
    return new MaskPicture(photo, maps).sheet(size(photo.image()), maps.plane(), choices);
  }

  private BufferedImage sheet(String size, Shape plane, Choices choices) {
    Panel original = new Panel("original", size, photo);
    Panel dropout = panel("dropout", choices, choices.dropout().sample(plane, 0));
    Panel dropBlock =
        panel(
            "DropBlock, blockSize " + choices.blockSize(),
            choices,
            choices.dropBlock().sample(plane, 0));
    return PanelSheet.draw(
        List.of(List.of(original, dropout, dropBlock)),
        String.format(
            "Black is dropped, by masks of %d x %d positions, the size of a feature map. "
                + "Kept pixels are shown unscaled.",
            plane.w(), plane.h()));
  }

  private Panel panel(String title, Choices choices, DropMask mask) {
    String detail =
        String.format(
            Locale.ROOT, "keepProb %s, kept %.3f", choices.keepProb(), mask.keptFraction());
    return new Panel(title, detail, cover(mask));
  }

  private static String size(BufferedImage image) {
    return image.getWidth() + " x " + image.getHeight() + " pixels";
  }

  /** Scales the photograph so that one position of the mask covers cell x cell pixels. */
  private BufferedImage magnify(BufferedImage image, int stride) {
    int width = Math.max(1, image.getWidth() * cell / stride);
    int height = Math.max(1, image.getHeight() * cell / stride);
    return Pictures.resize(image, width, height);
  }

  private BufferedImage cover(DropMask mask) {
    BufferedImage covered = Pictures.onWhite(photo);
    Graphics2D g = covered.createGraphics();
    g.setColor(Color.BLACK);
    for (int y = 0; y < mask.shape().h(); y++) {
      for (int x = 0; x < mask.shape().w(); x++) {
        if (!mask.isKept(0, 0, y, x)) {
          g.fillRect(x * cell, y * cell, cell, cell);
        }
      }
    }
    g.dispose();
    return covered;
  }
}
