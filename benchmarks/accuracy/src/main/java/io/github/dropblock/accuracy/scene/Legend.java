package io.github.dropblock.accuracy.scene;

import java.awt.Color;
import java.awt.Graphics2D;

/**
 * The names of labels beside their colors, in as many rows as a width needs.
 *
 * @param first the first label: 0 is the background, which has no box
 * @param width of the sheet, in pixels
 */
record Legend(int first, int width) {
  private static final int ENTRY = 130;
  private static final int ROW = 26;
  private static final int SQUARE = 18;

  int height() {
    int rows = (Scene.LABELS - first + inRow() - 1) / inRow();
    return rows * ROW;
  }

  private int inRow() {
    return Math.max(1, width / ENTRY);
  }

  void draw(Graphics2D g, int left, int top) {
    for (int label = first; label < Scene.LABELS; label++) {
      int place = label - first;
      entry(g, label, left + place % inRow() * ENTRY, top + place / inRow() * ROW);
    }
  }

  private static void entry(Graphics2D g, int label, int left, int top) {
    g.setColor(Colors.of(label));
    g.fillRect(left, top, SQUARE, SQUARE);
    g.setColor(Color.BLACK);
    g.drawRect(left, top, SQUARE, SQUARE);
    g.drawString(Colors.name(label), left + 25, top + 15);
  }
}
