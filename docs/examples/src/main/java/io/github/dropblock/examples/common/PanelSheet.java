package io.github.dropblock.examples.common;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.util.List;

/** Lays pictures of one size out in rows, each under its label, with a caption below them all. */
public final class PanelSheet {
  private static final int GAP = 16;
  private static final int LINE = 24;
  private static final int BASELINE = 17;
  private static final Font BOLD = new Font(Font.SANS_SERIF, Font.BOLD, 19);
  private static final Font PLAIN = new Font(Font.SANS_SERIF, Font.PLAIN, 17);
  private static final FontRenderContext METRICS = new FontRenderContext(null, true, false);

  /**
   * A picture with two lines of text above it.
   *
   * @param title first line, bold
   * @param detail second line
   * @param image the picture
   */
  public record Panel(String title, String detail, BufferedImage image) {}

  private final List<List<Panel>> rows;
  private final String caption;

  private PanelSheet(List<List<Panel>> rows, String caption) {
    this.rows = rows;
    this.caption = caption;
  }

  /**
   * Draws a sheet.
   *
   * @param rows the panels of each row, at least one
   * @param caption a line below them
   * @return a new picture
   */
  public static BufferedImage draw(List<List<Panel>> rows, String caption) {
    return new PanelSheet(rows, caption).draw();
  }

  private BufferedImage draw() {
    int cellWidth = GAP + widestPanel();
    int cellHeight = GAP + 2 * LINE + rows.get(0).get(0).image().getHeight();
    int width = GAP + Math.max(rows.get(0).size() * cellWidth, GAP + width(PLAIN, caption));
    BufferedImage sheet = Pictures.blank(width, GAP + rows.size() * cellHeight + LINE);
    Graphics2D g = Pictures.graphics(sheet);
    g.setColor(Color.BLACK);
    for (int r = 0; r < rows.size(); r++) {
      for (int i = 0; i < rows.get(r).size(); i++) {
        drawPanel(g, rows.get(r).get(i), GAP + i * cellWidth, GAP / 2 + r * cellHeight);
      }
    }
    g.setFont(PLAIN);
    g.drawString(caption, GAP, sheet.getHeight() - GAP);
    g.dispose();
    return sheet;
  }

  private static void drawPanel(Graphics2D g, Panel panel, int left, int top) {
    g.setFont(BOLD);
    g.drawString(panel.title(), left, top + BASELINE);
    g.setFont(PLAIN);
    g.drawString(panel.detail(), left, top + LINE + BASELINE);
    g.drawImage(panel.image(), left, top + 2 * LINE, null);
  }

  private int widestPanel() {
    return rows.stream().flatMap(List::stream).mapToInt(PanelSheet::width).max().orElseThrow();
  }

  private static int width(Panel panel) {
    int text = Math.max(width(BOLD, panel.title()), width(PLAIN, panel.detail()));
    return Math.max(text, panel.image().getWidth());
  }

  private static int width(Font font, String text) {
    return (int) Math.ceil(font.getStringBounds(text, METRICS).getWidth());
  }
}
