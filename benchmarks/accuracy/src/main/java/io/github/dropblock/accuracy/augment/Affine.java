package io.github.dropblock.accuracy.augment;

/**
 * Where the pixels of a new image come from in the old one: a linear map around the center.
 *
 * @param rowByRow how far the old row moves for each new row
 * @param rowByColumn the same for each new column
 * @param columnByRow how far the old column moves for each new row
 * @param columnByColumn the same for each new column
 */
record Affine(double rowByRow, double rowByColumn, double columnByRow, double columnByColumn) {
  /** A turn to the right. */
  static Affine rotation(double degrees) {
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    return new Affine(cos, -sin, sin, cos);
  }

  /** Rows that slide along each other. */
  static Affine shearX(double slope) {
    return new Affine(1, 0, slope, 1);
  }

  /** Columns that slide along each other. */
  static Affine shearY(double slope) {
    return new Affine(1, slope, 0, 1);
  }

  /** Draws the new image by bilinear interpolation; outside the old one it is black. */
  byte[] draw(byte[] pixels, int height, int width) {
    byte[] drawn = new byte[pixels.length];
    double middleRow = (height - 1) / 2.0;
    double middleColumn = (width - 1) / 2.0;
    for (int i = 0; i < drawn.length; i++) {
      double down = i / width - middleRow;
      double right = i % width - middleColumn;
      double row = middleRow + rowByRow * down + rowByColumn * right;
      double column = middleColumn + columnByRow * down + columnByColumn * right;
      drawn[i] = (byte) Math.round(sample(pixels, height, width, row, column));
    }
    return drawn;
  }

  private static double sample(byte[] pixels, int height, int width, double row, double column) {
    int top = (int) Math.floor(row);
    int left = (int) Math.floor(column);
    double sum = 0;
    for (int y = top; y <= top + 1; y++) {
      for (int x = left; x <= left + 1; x++) {
        if (y >= 0 && y < height && x >= 0 && x < width) {
          double weight = (1 - Math.abs(row - y)) * (1 - Math.abs(column - x));
          sum += weight * (pixels[y * width + x] & 0xff);
        }
      }
    }
    return sum;
  }
}
