package io.github.dropblock.accuracy.detection;

import io.github.dropblock.accuracy.scene.Box;

/**
 * A rectangle in pixels, and in parts of them.
 *
 * @param left where it begins
 * @param top where it begins
 * @param right where it ends, not before left
 * @param bottom where it ends, not before top
 */
record Rectangle(double left, double top, double right, double bottom) {
  static Rectangle of(Box box) {
    return new Rectangle(box.left(), box.top(), box.right(), box.bottom());
  }

  static Rectangle around(double x, double y, double width, double height) {
    return new Rectangle(x - width / 2, y - height / 2, x + width / 2, y + height / 2);
  }

  double width() {
    return right - left;
  }

  double height() {
    return bottom - top;
  }

  double x() {
    return (left + right) / 2;
  }

  double y() {
    return (top + bottom) / 2;
  }

  /** The part of it inside a square of this side. */
  Rectangle inside(double side) {
    return new Rectangle(cut(left, side), cut(top, side), cut(right, side), cut(bottom, side));
  }

  private static double cut(double value, double side) {
    return Math.max(0, Math.min(side, value));
  }

  /** Intersection over union, from 0 to 1. */
  double iou(Rectangle other) {
    double common = Math.min(right, other.right) - Math.max(left, other.left);
    double commonRows = Math.min(bottom, other.bottom) - Math.max(top, other.top);
    if (common <= 0 || commonRows <= 0) {
      return 0;
    }
    double both = common * commonRows;
    return both / (width() * height() + other.width() * other.height() - both);
  }

  /** The nearest whole pixels, as a box of this label. */
  Box box(int label) {
    return new Box(
        label,
        (int) Math.round(left),
        (int) Math.round(top),
        (int) Math.round(right),
        (int) Math.round(bottom));
  }
}
