package io.github.dropblock.pytorch;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Consumer;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;

/** Tensors that Java writes in main memory and sends to a device. Their bytes are counted. */
final class Uploads {
  private long bytes;

  /** Returns how many bytes were sent. */
  long bytes() {
    return bytes;
  }

  /** Sends bytes. */
  Tensor bytes(Device device, int length, Consumer<ByteBuffer> values) {
    byte[] array = new byte[length];
    values.accept(ByteBuffer.wrap(array));
    return sent(device, Tensor.create(array, false), length);
  }

  /** Counts bytes that were sent by other means. */
  void add(long sent) {
    bytes += sent;
  }

  /** Sends the numbers of a tensor of the library. */
  Tensor floats(Device device, io.github.dropblock.tensor.Tensor tensor) {
    long[] shape = Arrays.stream(tensor.shape().extents()).asLongStream().toArray();
    return sent(
        device, Tensor.create(tensor.data(), shape), (long) tensor.data().length * Float.BYTES);
  }

  private Tensor sent(Device device, Tensor tensor, long length) {
    add(length);
    return tensor.to(device, tensor.scalar_type());
  }
}
