package io.github.dropblock.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.LayoutType;
import io.github.dropblock.tensor.Shape;
import java.util.Arrays;
import java.util.List;

/** Checks what comes in. */
final class Inputs {
  /** The buffer of another engine's array may be a copy, and a mask written to it would be lost. */
  private static final String ENGINE = "PyTorch";

  /** Of all others, BFLOAT16 would end the whole JVM in the engine. */
  private static final List<DataType> TYPES =
      List.of(DataType.FLOAT32, DataType.FLOAT16, DataType.FLOAT64);

  /** What one buffer of Java can hold in FLOAT32. */
  private static final long MAX_SIZE = Integer.MAX_VALUE / Float.BYTES;

  private static final int MIN_RANK = 2;
  private static final int MAX_RANK = 5;
  private static final LayoutType[] LAYOUT = {LayoutType.BATCH, LayoutType.CHANNEL};

  private Inputs() {}

  /** Checks that an array can be dropped in. */
  static void check(NDArray x) {
    String engine = x.getManager().getEngine().getEngineName();
    if (!engine.equals(ENGINE)) {
      throw new IllegalArgumentException("x must be an array of " + ENGINE + ": " + engine);
    }
    if (!TYPES.contains(x.getDataType())) {
      throw new IllegalArgumentException("x must be one of " + TYPES + ": " + x.getDataType());
    }
    ai.djl.ndarray.types.Shape shape = x.getShape();
    checkShape(shape);
    if (shape.size() > MAX_SIZE || Arrays.stream(shape.getShape()).anyMatch(n -> n > MAX_SIZE)) {
      throw new IllegalArgumentException("x must have at most " + MAX_SIZE + " elements: " + shape);
    }
  }

  /** The shape of an array that was checked and is not empty. */
  static Shape shapeOf(NDArray x) {
    return Shape.of(Arrays.stream(x.getShape().getShape()).mapToInt(Math::toIntExact).toArray());
  }

  /** Checks the number of axes, and their order as far as the shape tells it. */
  static void checkShape(ai.djl.ndarray.types.Shape shape) {
    boolean right = shape.dimension() >= MIN_RANK && shape.dimension() <= MAX_RANK;
    for (int i = 0; right && i < LAYOUT.length; i++) {
      LayoutType layout = shape.getLayout()[i];
      right = layout == LayoutType.UNKNOWN || layout == LAYOUT[i];
    }
    if (!right) {
      throw new IllegalArgumentException(
          "x must be NC, NCW, NCHW or NCDHW, of 2 to 5 axes: "
              + shape
              + " with layout "
              + shape.toLayoutString());
    }
  }
}
