package io.github.dropblock.accuracy.detection;

import io.github.dropblock.accuracy.network.DetectionNet;
import java.util.ArrayList;
import java.util.List;

/**
 * The rectangles that the network classifies and corrects: at each position of each level of the
 * pyramid one for each shape, in the order of the network's answer.
 */
final class Anchors {
  /** Roots of the areas, one for each level. */
  private static final List<Double> SIDES = List.of(15.0, 24.0);

  /** Rows for each column. */
  private static final List<Double> RATIOS = List.of(0.5, 1.0, 2.0);

  /** How many there are at a position. */
  static final int AT_POSITION = RATIOS.size();

  /** All of a scene's. */
  static final List<Rectangle> ALL = all();

  private Anchors() {}

  private static List<Rectangle> all() {
    List<Rectangle> anchors = new ArrayList<>();
    for (int level = 0; level < SIDES.size(); level++) {
      int stride = DetectionNet.STRIDES.get(level);
      for (int top = 0; top < DetectionNet.SIDE; top += stride) {
        for (int left = 0; left < DetectionNet.SIDE; left += stride) {
          double half = stride / 2.0;
          addShapes(anchors, left + half, top + half, SIDES.get(level));
        }
      }
    }
    return List.copyOf(anchors);
  }

  private static void addShapes(List<Rectangle> anchors, double x, double y, double side) {
    for (double ratio : RATIOS) {
      double root = Math.sqrt(ratio);
      anchors.add(Rectangle.around(x, y, side / root, side * root));
    }
  }
}
