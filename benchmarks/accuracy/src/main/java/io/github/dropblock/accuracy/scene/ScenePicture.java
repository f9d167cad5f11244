package io.github.dropblock.accuracy.scene;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Sheets of scenes and label maps, magnified, with the labels' colors below. */
public final class ScenePicture {
  private static final int FACTOR = 3;
  private static final int GAP = 8;
  private static final int TITLE = 26;
  private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 15);

  private final int side;
  private final Legend legend;
  private final BufferedImage sheet;
  private final Graphics2D g;

  private ScenePicture(int side, int columns, int rows, int firstLabel) {
    this.side = side * FACTOR;
    int width = GAP + columns * (this.side + GAP);
    this.legend = new Legend(firstLabel, width);
    int height = TITLE + rows * (this.side + GAP) + legend.height();
    this.sheet = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    this.g = sheet.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, width, height);
    g.setFont(FONT);
  }

  /** Draws scenes with their boxes, each beside its label map, in columns of pairs. */
  public static BufferedImage pairs(List<Scene> scenes, int pairsInRow) {
    int rows = (scenes.size() + pairsInRow - 1) / pairsInRow;
    ScenePicture picture = new ScenePicture(scenes.get(0).side(), 2 * pairsInRow, rows, 0);
    for (int i = 0; i < scenes.size(); i++) {
      int row = i / pairsInRow;
      int column = i % pairsInRow * 2;
      Scene scene = scenes.get(i);
      picture.tile(row, column, scene, scene.boxes());
      picture.tile(row, column + 1, Colors.labels(scene, scene.labels()));
    }
    for (int pair = 0; pair < pairsInRow; pair++) {
      picture.title(2 * pair, "scene, boxes");
      picture.title(2 * pair + 1, "labels");
    }
    return picture.finish(rows);
  }

  /**
   * Draws a row for each scene: the scene, the truth, and the label maps of networks.
   *
   * @param titles of the networks
   * @param scenes the scenes
   * @param predictions for each network, the labels of each scene's pixels
   */
  public static BufferedImage comparison(
      List<String> titles, List<Scene> scenes, List<List<byte[]>> predictions) {
    int columns = 2 + titles.size();
    ScenePicture picture = new ScenePicture(scenes.get(0).side(), columns, scenes.size(), 0);
    picture.title(0, "scene");
    picture.title(1, "truth");
    for (int network = 0; network < titles.size(); network++) {
      picture.title(2 + network, titles.get(network));
    }
    for (int row = 0; row < scenes.size(); row++) {
      Scene scene = scenes.get(row);
      picture.tile(row, 0, Colors.gray(scene));
      picture.tile(row, 1, Colors.labels(scene, scene.labels()));
      for (int network = 0; network < titles.size(); network++) {
        byte[] labels = predictions.get(network).get(row);
        picture.tile(row, 2 + network, Colors.labels(scene, labels));
      }
    }
    return picture.finish(scenes.size());
  }

  /**
   * Draws a row for each scene: the scene with its true boxes, and with the boxes of networks.
   *
   * @param titles of the networks
   * @param scenes the scenes
   * @param found for each network, the boxes of each scene, the likeliest first
   */
  public static BufferedImage boxes(
      List<String> titles, List<Scene> scenes, List<List<List<Box>>> found) {
    ScenePicture picture =
        new ScenePicture(scenes.get(0).side(), 1 + titles.size(), scenes.size(), 1);
    picture.title(0, "truth");
    for (int network = 0; network < titles.size(); network++) {
      picture.title(1 + network, titles.get(network));
    }
    for (int row = 0; row < scenes.size(); row++) {
      Scene scene = scenes.get(row);
      picture.tile(row, 0, scene, scene.boxes());
      for (int network = 0; network < titles.size(); network++) {
        picture.tile(row, 1 + network, scene, backwards(found.get(network).get(row)));
      }
    }
    return picture.finish(scenes.size());
  }

  /** The likeliest last, so that it covers others at the same place. */
  private static List<Box> backwards(List<Box> boxes) {
    List<Box> reversed = new ArrayList<>(boxes);
    Collections.reverse(reversed);
    return reversed;
  }

  private int x(int column) {
    return GAP + column * (side + GAP);
  }

  private int y(int row) {
    return TITLE + row * (side + GAP);
  }

  private void title(int column, String text) {
    g.setColor(Color.BLACK);
    g.drawString(text, x(column), TITLE - GAP);
  }

  private void tile(int row, int column, Scene scene, List<Box> boxes) {
    tile(row, column, Colors.gray(scene));
    boxes.forEach(box -> box(row, column, box));
  }

  private void tile(int row, int column, BufferedImage image) {
    g.drawImage(image, x(column), y(row), side, side, null);
  }

  private void box(int row, int column, Box box) {
    g.setColor(Colors.of(box.label()));
    g.setStroke(new BasicStroke(2));
    g.drawRect(
        x(column) + box.left() * FACTOR,
        y(row) + box.top() * FACTOR,
        (box.right() - box.left()) * FACTOR - 1,
        (box.bottom() - box.top()) * FACTOR - 1);
  }

  private BufferedImage finish(int rows) {
    legend.draw(g, GAP, y(rows));
    g.dispose();
    return sheet;
  }
}
