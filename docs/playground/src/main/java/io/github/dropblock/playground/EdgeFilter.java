package io.github.dropblock.playground;

/**
 * The fixed 3 x 3 filters of the quickstart: Sobel in three directions and the Laplacian. They
 * stand in for the first layer of a trained network, which learns much the same edges.
 */
enum EdgeFilter {
  VERTICAL(-1, 0, 1, -2, 0, 2, -1, 0, 1),
  HORIZONTAL(1, 2, 1, 0, 0, 0, -1, -2, -1),
  DIAGONAL(2, 1, 0, 1, 0, -1, 0, -1, -2),
  DARK_LINES(1, 1, 1, 1, -8, 1, 1, 1, 1);

  private static final int SIZE = 3;
  private final float[] weights;

  EdgeFilter(float... weights) {
    this.weights = weights;
  }

  /** Returns the response at a position. The border repeats the outer rows. */
  float at(float[] plane, int height, int width, int row, int column) {
    float sum = 0;
    for (int k = 0; k < weights.length; k++) {
      if (weights[k] != 0) {
        int y = clamp(row + k / SIZE - 1, height);
        int x = clamp(column + k % SIZE - 1, width);
        sum += weights[k] * plane[y * width + x];
      }
    }
    return sum;
  }

  private static int clamp(int index, int extent) {
    return Math.max(0, Math.min(index, extent - 1));
  }
}
