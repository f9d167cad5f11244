package io.github.dropblock.accuracy.scene;

/**
 * The smallest rectangle of pixels around an item.
 *
 * @param label the item's label in a label map, from 1 on
 * @param left first column
 * @param top first row
 * @param right column after the last
 * @param bottom row after the last
 */
public record Box(int label, int left, int top, int right, int bottom) {
  /** How many pixels it has. */
  public int area() {
    return (right - left) * (bottom - top);
  }

  /** Intersection over union, from 0 to 1. */
  public double iou(Box other) {
    int width = Math.min(right, other.right) - Math.max(left, other.left);
    int height = Math.min(bottom, other.bottom) - Math.max(top, other.top);
    if (width <= 0 || height <= 0) {
      return 0;
    }
    int both = width * height;
    return (double) both / (area() + other.area() - both);
  }

  /** The same box in the mirror image of a scene with so many columns. */
  Box flipped(int columns) {
    return new Box(label, columns - right, top, columns - left, bottom);
  }

  /** The same box at another position. */
  Box moved(int right, int down) {
    return new Box(label, left + right, top + down, this.right + right, bottom + down);
  }
}
