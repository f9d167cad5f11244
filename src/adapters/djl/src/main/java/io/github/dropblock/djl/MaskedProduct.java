package io.github.dropblock.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.github.dropblock.DropMask;
import java.nio.FloatBuffer;
import java.util.function.Consumer;

/** A mask's factors as an array of the engine, and the product with it. */
final class MaskedProduct {
  private MaskedProduct() {}

  /** {@code x * multipliers + fill}; the engine knows its gradient. */
  static NDArray of(NDArray x, DropMask mask) {
    // What is written here lies in the engine's memory and outlives its name in Java for as long
    // as the backward pass needs it.
    try (NDManager temporary = x.getManager().newSubManager(Device.cpu())) {
      NDArray y = x.mul(written(mask::writeMultipliers, x, temporary));
      return mask.hasFill() ? y.addi(written(mask::writeFill, x, temporary)) : y;
    }
  }

  private static NDArray written(Consumer<FloatBuffer> values, NDArray x, NDManager manager) {
    NDArray array = manager.create(x.getShape(), DataType.FLOAT32);
    values.accept(array.toByteBuffer(true).asFloatBuffer());
    return array.toType(x.getDataType(), false).toDevice(x.getDevice(), false);
  }
}
