package io.github.dropblock.accuracy.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * Makes square maps larger by bilinear interpolation: one matrix from the left, one from the right.
 */
final class Upsampling {
  private Upsampling() {}

  /** Maps of the shape (N, C, from, from), in the shape (N, C, to, to). */
  static NDArray of(NDArray maps, int to) {
    int from = Math.toIntExact(maps.getShape().get(2));
    NDArray weights = maps.getManager().create(weights(from, to), new Shape(to, from));
    return weights.matMul(maps).matMul(weights.transpose());
  }

  /**
   * How much each of the old rows adds to each of the new ones. The centers of rows are compared,
   * and beyond the first and the last center the map goes on as it is there.
   */
  static float[] weights(int from, int to) {
    float[] weights = new float[to * from];
    for (int i = 0; i < to; i++) {
      double position = Math.max(0, Math.min(from - 1, (i + 0.5) * from / to - 0.5));
      int before = Math.min((int) position, from - 2);
      weights[i * from + before] = (float) (before + 1 - position);
      weights[i * from + before + 1] = (float) (position - before);
    }
    return weights;
  }
}
