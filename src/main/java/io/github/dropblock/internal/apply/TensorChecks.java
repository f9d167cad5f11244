package io.github.dropblock.internal.apply;

import io.github.dropblock.internal.check.Check;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;

/** Argument checks of tensors, which come before anything is written. */
public final class TensorChecks {
  private TensorChecks() {}

  /** Checks that a tensor has a mask's shape. */
  public static void checkShape(String name, Tensor tensor, Shape shape) {
    Check.notNull(name, tensor);
    if (!tensor.shape().equals(shape)) {
      throw new IllegalArgumentException(
          name + " must have the mask's shape " + shape + ": " + tensor.shape());
    }
  }

  /** Checks two shapes, and that the tensors are the same run of an array or do not overlap. */
  public static void checkPair(String inName, Tensor in, String outName, Tensor out, Shape shape) {
    checkShape(inName, in, shape);
    checkShape(outName, out, shape);
    if (in.data() == out.data()
        && in.offset() != out.offset()
        && Math.abs((long) in.offset() - out.offset()) < shape.size()) {
      throw new IllegalArgumentException(
          inName
              + " and "
              + outName
              + " must not overlap: offsets "
              + in.offset()
              + " and "
              + out.offset());
    }
  }
}
