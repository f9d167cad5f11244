package io.github.dropblock.reliability.load;

import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;

/** Tensors whose elements tell where they belong: none is 0, and neighbors differ. */
final class Inputs {
  private static final int MULTIPLIER = 0x9E3779B1;

  private Inputs() {}

  /** A number in [1, 2). */
  static float at(int element) {
    return 1 + (element * MULTIPLIER >>> 9) * 0x1p-23f;
  }

  /** Modified: {@code values}. */
  static void write(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = at(i);
    }
  }

  static float[] array(int size) {
    float[] values = new float[size];
    write(values);
    return values;
  }

  static Tensor tensor(Shape shape) {
    return Tensor.of(array(shape.size()), shape);
  }
}
