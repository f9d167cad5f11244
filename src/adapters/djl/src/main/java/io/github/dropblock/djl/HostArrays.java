package io.github.dropblock.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.dropblock.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.function.Consumer;

/**
 * Arrays that Java writes in main memory, and then sends to a device.
 *
 * @param manager the owner of the arrays, on the CPU
 * @param device where they go
 */
record HostArrays(NDManager manager, Device device) {
  /** As in {@link io.github.dropblock.HalfPrecision}. */
  private static final float LARGEST_HALF = 65_504;

  /** Sends floats, in the type that they are used in. */
  NDArray floats(Shape shape, DataType type, Consumer<FloatBuffer> values) {
    return sent(written(shape, values).toType(type, false));
  }

  /** Sends multipliers, of which none becomes infinite in half precision. */
  NDArray factors(Shape shape, DataType type, Consumer<FloatBuffer> values) {
    return sent(rounded(written(shape, values), type));
  }

  /** Rounds multipliers to a type: at most to its largest number. */
  static NDArray rounded(NDArray factors, DataType type) {
    boolean half = type == DataType.FLOAT16;
    return (half ? factors.minimum(LARGEST_HALF) : factors).toType(type, false);
  }

  /** Sends the numbers of a tensor. */
  NDArray floats(Tensor tensor) {
    int[] extents = tensor.shape().extents();
    long[] shape = new long[extents.length];
    for (int axis = 0; axis < shape.length; axis++) {
      shape[axis] = extents[axis];
    }
    return floats(new Shape(shape), DataType.FLOAT32, buffer -> buffer.put(tensor.data()));
  }

  /** Sends bytes. */
  NDArray bytes(long length, Consumer<ByteBuffer> values) {
    NDArray array = manager.create(new Shape(length), DataType.UINT8);
    values.accept(array.toByteBuffer(true));
    return sent(array);
  }

  private NDArray written(Shape shape, Consumer<FloatBuffer> values) {
    NDArray array = manager.create(shape, DataType.FLOAT32);
    values.accept(array.toByteBuffer(true).asFloatBuffer());
    return array;
  }

  private NDArray sent(NDArray array) {
    return array.toDevice(device, false);
  }
}
