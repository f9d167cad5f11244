package io.github.dropblock.examples.guide;

import io.github.dropblock.examples.common.Pictures;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Locale;

/**
 * Draws rates as colors, and the scale that explains them.
 *
 * @param top the rate of the darkest color
 */
record HeatMap(double top) {
  private static final int CELL = 20;
  private static final int BAR = 40;
  private static final int LABELS = 70;
  private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 16);
  private static final int[] STOPS = {0xffffff, 0xa5d8ff, 0x339af0, 0x1864ab, 0x0b1f3a};

  BufferedImage draw(PositionRates map) {
    BufferedImage image = Pictures.blank(map.side() * CELL + 2, map.side() * CELL + 2);
    Graphics2D g = image.createGraphics();
    for (int i = 0; i < map.rates().length; i++) {
      g.setColor(color(map.rates()[i]));
      g.fillRect(1 + i % map.side() * CELL, 1 + i / map.side() * CELL, CELL, CELL);
    }
    frame(g, image.getWidth(), image.getHeight());
    return image;
  }

  /** A bar as high as a map, from 0 at the bottom to the top rate. */
  BufferedImage scale(int side, double tick) {
    int height = side * CELL;
    BufferedImage image = Pictures.blank(BAR + LABELS, height + 2);
    Graphics2D g = Pictures.graphics(image);
    for (int y = 0; y < height; y++) {
      g.setColor(color(top * (height - 1 - y) / (height - 1)));
      g.fillRect(1, 1 + y, BAR - 2, 1);
    }
    g.setColor(Color.BLACK);
    g.setFont(TEXT);
    for (int i = 0; i * tick <= top; i++) {
      int y = height - (int) Math.round(height * i * tick / top);
      g.drawLine(BAR, Math.min(y, height), BAR + 5, Math.min(y, height));
      int baseline = Math.max(12, Math.min(height, y + 6));
      g.drawString(String.format(Locale.ROOT, "%.2f", i * tick), BAR + 10, baseline);
    }
    frame(g, BAR, image.getHeight());
    return image;
  }

  private static void frame(Graphics2D g, int width, int height) {
    g.setColor(Color.GRAY);
    g.drawRect(0, 0, width - 1, height - 1);
    g.dispose();
  }

  Color color(double rate) {
    double place = Math.min(1, rate / top) * (STOPS.length - 1);
    int below = Math.min((int) place, STOPS.length - 2);
    Color from = new Color(STOPS[below]);
    Color to = new Color(STOPS[below + 1]);
    return new Color(
        between(from.getRed(), to.getRed(), place - below),
        between(from.getGreen(), to.getGreen(), place - below),
        between(from.getBlue(), to.getBlue(), place - below));
  }

  private static int between(int from, int to, double share) {
    return (int) Math.round(from + (to - from) * share);
  }
}
