package io.github.dropblock.examples.quickstart;

import io.github.dropblock.tensor.Tensor;

/**
 * Fixed 3x3 filters: Sobel in three directions and the Laplacian. They stand in for the first layer
 * of a trained network, which learns much the same edges, so that the example needs no weights.
 */
enum EdgeFilter {
  VERTICAL("vertical edges", -1, 0, 1, -2, 0, 2, -1, 0, 1),
  HORIZONTAL("horizontal edges", 1, 2, 1, 0, 0, 0, -1, -2, -1),
  DIAGONAL("diagonal edges", 2, 1, 0, 1, 0, -1, 0, -1, -2),
  DARK_LINES("dark lines", 1, 1, 1, 1, -8, 1, 1, 1, 1);

  private static final int SIZE = 3;

  final String label;
  private final float[] weights;

  EdgeFilter(String label, float... weights) {
    this.label = label;
    this.weights = weights;
  }

  /** The response at a position, averaged over the channels; the border repeats the outer rows. */
  float at(Tensor x, int row, int column) {
    float sum = 0;
    for (int c = 0; c < x.shape().c(); c++) {
      for (int k = 0; k < weights.length; k++) {
        int y = clamp(row + k / SIZE - 1, x.shape().h());
        int z = clamp(column + k % SIZE - 1, x.shape().w());
        sum += weights[k] * x.get(0, c, y, z);
      }
    }
    return sum / x.shape().c();
  }

  private static int clamp(int index, int extent) {
    return Math.max(0, Math.min(index, extent - 1));
  }
}
