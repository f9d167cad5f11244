package io.github.dropblock.pytorch;

import io.github.dropblock.DropMask;
import io.github.dropblock.Regularizer;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;

/** What the library makes of numbers in plain Java. */
final class Plain {
  private Plain() {}

  static float[] apply(Regularizer regularizer, long step, float[] x, int... extents) {
    return mask(regularizer, step, extents).apply(Tensor.of(x, Shape.of(extents))).data();
  }

  /** The multipliers, as floats. */
  static float[] multipliers(Regularizer regularizer, long step, int... extents) {
    return mask(regularizer, step, extents).backward(Tensor.full(Shape.of(extents), 1)).data();
  }

  static DropMask mask(Regularizer regularizer, long step, int... extents) {
    return regularizer.sample(Shape.of(extents), step);
  }
}
