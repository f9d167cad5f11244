package io.github.dropblock.accuracy.experiment;

import io.github.dropblock.accuracy.data.Images;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;

/** Images, and below each the activation maps of two networks, magnified over the image. */
final class HeatMaps {
  private static final int SIDE = 112;
  private static final int GAP = 8;
  private static final int LEFT = 110;
  private static final int BOTTOM = 34;
  private static final int MAP_SIDE = 7;
  private static final List<String> NAMES = List.of("image", "none", "DropBlock");
  private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 16);

  private HeatMaps() {}

  /**
   * One image.
   *
   * @param image the image alone
   * @param none the map without a regularizer, row by row
   * @param dropBlock the map with DropBlock
   */
  record Column(Images image, double[] none, double[] dropBlock) {}

  static BufferedImage draw(List<Column> columns) {
    int width = LEFT + columns.size() * (SIDE + GAP);
    int height = GAP + NAMES.size() * (SIDE + GAP) + BOTTOM;
    BufferedImage sheet = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = sheet.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, width, height);
    g.setFont(FONT);
    g.setColor(Color.BLACK);
    for (int row = 0; row < NAMES.size(); row++) {
      g.drawString(NAMES.get(row), GAP, y(row) + SIDE / 2);
    }
    g.drawString(
        "Red: how much each position speaks for the class, as a share of the largest.",
        LEFT,
        height - 14);
    for (int i = 0; i < columns.size(); i++) {
      int x = LEFT + i * (SIDE + GAP);
      BufferedImage image = gray(columns.get(i).image());
      g.drawImage(image, x, y(0), SIDE, SIDE, null);
      g.drawImage(heat(image, columns.get(i).none()), x, y(1), SIDE, SIDE, null);
      g.drawImage(heat(image, columns.get(i).dropBlock()), x, y(2), SIDE, SIDE, null);
    }
    g.dispose();
    return sheet;
  }

  private static int y(int row) {
    return GAP + row * (SIDE + GAP);
  }

  private static BufferedImage gray(Images image) {
    BufferedImage gray =
        new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < image.size(); i++) {
      int level = 255 - (image.pixels()[i] & 0xff);
      gray.setRGB(i % image.width(), i / image.width(), new Color(level, level, level).getRGB());
    }
    return gray;
  }

  private static BufferedImage heat(BufferedImage image, double[] map) {
    double largest = Math.max(Arrays.stream(map).max().orElseThrow(), Double.MIN_NORMAL);
    BufferedImage heat =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int row = y * MAP_SIDE / image.getHeight();
        int column = x * MAP_SIDE / image.getWidth();
        double strength = Math.max(0, map[row * MAP_SIDE + column]) / largest;
        heat.setRGB(x, y, blend(image.getRGB(x, y) & 0xff, strength));
      }
    }
    return heat;
  }

  /** Takes green and blue away, and dims the image so that the map can be seen over dark parts. */
  private static int blend(int gray, double strength) {
    int light = 128 + gray / 2;
    int rest = (int) Math.round(light * (1 - strength));
    return new Color(light, rest, rest).getRGB();
  }
}
