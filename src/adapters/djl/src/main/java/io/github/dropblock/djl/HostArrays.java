package io.github.dropblock.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.dropblock.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;
import java.util.function.Consumer;

/**
 * Arrays that Java writes in main memory, and then sends to a device.
 *
 * @param manager the owner of the arrays, on the CPU
 * @param device where they go
 */
record HostArrays(NDManager manager, Device device) {
  /** Sends floats, in the type that they are used in. */
  NDArray floats(Shape shape, DataType type, Consumer<FloatBuffer> values) {
    NDArray array = manager.create(shape, DataType.FLOAT32);
    values.accept(array.toByteBuffer(true).asFloatBuffer());
    return sent(array.toType(type, false));
  }

  /** Sends numbers of 16 bits. */
  NDArray halves(Shape shape, Consumer<ShortBuffer> values) {
    NDArray array = manager.create(shape, DataType.FLOAT16);
    values.accept(array.toByteBuffer(true).asShortBuffer());
    return sent(array);
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

  private NDArray sent(NDArray array) {
    return array.toDevice(device, false);
  }
}
