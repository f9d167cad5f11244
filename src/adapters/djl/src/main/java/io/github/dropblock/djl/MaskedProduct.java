package io.github.dropblock.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.github.dropblock.DropMask;
import java.nio.FloatBuffer;
import java.util.function.Consumer;

/** A mask's factors as an array of the engine, and the product with it. */
final class MaskedProduct {
  private MaskedProduct() {}

  /** {@code kept ? x * multipliers : fill}; the engine knows its gradient. */
  static NDArray of(NDArray x, DropMask mask) {
    // What is written here lies in the engine's memory and outlives its name in Java for as long
    // as the backward pass needs it.
    try (NDManager temporary = x.getManager().newSubManager(Device.cpu())) {
      NDArray multipliers = written(mask::writeMultipliers, x, temporary);
      NDArray product = x.mul(multipliers);
      if (isFinite(product)) {
        return mask.hasFill() ? product.addi(written(mask::writeFill, x, temporary)) : product;
      }
      NDArray fill = mask.hasFill() ? written(mask::writeFill, x, temporary) : multipliers;
      try (product;
          NDArray kept = multipliers.neq(0)) {
        return NDArrays.where(kept, product, fill);
      }
    }
  }

  /**
   * Whether 0 times a dropped element is 0: to choose costs several times as much, and is seldom
   * needed. A sum that overflows says no without need.
   */
  private static boolean isFinite(NDArray product) {
    try (NDArray sum = product.sum();
        NDArray number = sum.toType(DataType.FLOAT64, true)) {
      return Double.isFinite(number.getDouble());
    }
  }

  private static NDArray written(Consumer<FloatBuffer> values, NDArray x, NDManager manager) {
    NDArray array = manager.create(x.getShape(), DataType.FLOAT32);
    values.accept(array.toByteBuffer(true).asFloatBuffer());
    return array.toType(x.getDataType(), false).toDevice(x.getDevice(), false);
  }
}
