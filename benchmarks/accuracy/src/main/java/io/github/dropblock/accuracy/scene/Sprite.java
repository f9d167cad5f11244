package io.github.dropblock.accuracy.scene;

import io.github.dropblock.accuracy.data.Images;

/**
 * An item drawn at another size.
 *
 * @param side rows and columns
 * @param light gray levels from 0 to 255, row by row; 0 outside the item
 * @param cover how much of each pixel the item covers, from 0 to 1
 */
record Sprite(int side, float[] light, float[] cover) {
  /** More than this much is covered where a pixel belongs to the item. */
  static final float COVERED = 0.5f;

  /**
   * Draws an item by bilinear interpolation. It covers the pixels that are not 0.
   *
   * @param items where the item comes from
   * @param index which
   * @param side rows and columns of the drawing
   * @param flip whether left and right change places
   * @param gain factor of the light
   */
  static Sprite of(Images items, int index, int side, boolean flip, float gain) {
    float[] light = new float[side * side];
    float[] cover = new float[side * side];
    float rowStep = (float) items.height() / side;
    float columnStep = (float) items.width() / side;
    for (int y = 0; y < side; y++) {
      float row = (y + 0.5f) * rowStep - 0.5f;
      for (int x = 0; x < side; x++) {
        int mirrored = flip ? side - 1 - x : x;
        sample(
            items, index, row, (mirrored + 0.5f) * columnStep - 0.5f, light, cover, y * side + x);
        light[y * side + x] *= gain;
      }
    }
    return new Sprite(side, light, cover);
  }

  private static void sample(
      Images items, int index, float row, float column, float[] light, float[] cover, int at) {
    int top = (int) Math.floor(row);
    int left = (int) Math.floor(column);
    for (int y = top; y <= top + 1; y++) {
      for (int x = left; x <= left + 1; x++) {
        if (y >= 0 && y < items.height() && x >= 0 && x < items.width()) {
          float weight = (1 - Math.abs(row - y)) * (1 - Math.abs(column - x));
          int pixel = items.pixels()[index * items.size() + y * items.width() + x] & 0xff;
          light[at] += weight * pixel;
          cover[at] += pixel > 0 ? weight : 0;
        }
      }
    }
  }

  /** Whether a pixel belongs to the item. */
  boolean covers(int row, int column) {
    return cover[row * side + column] > COVERED;
  }

  /** The box of the pixels that belong to the item, empty if none does. */
  Box box(int label) {
    int left = side;
    int top = side;
    int right = 0;
    int bottom = 0;
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        if (covers(y, x)) {
          left = Math.min(left, x);
          top = Math.min(top, y);
          right = Math.max(right, x + 1);
          bottom = Math.max(bottom, y + 1);
        }
      }
    }
    return right == 0 ? new Box(label, 0, 0, 0, 0) : new Box(label, left, top, right, bottom);
  }
}
