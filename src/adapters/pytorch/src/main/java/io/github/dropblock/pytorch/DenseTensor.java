package io.github.dropblock.pytorch;

import io.github.dropblock.Strides;
import java.nio.Buffer;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * New tensor in main memory, which Java writes to. Its elements lie without gaps, in the order of
 * axes of another tensor, so a product with that one reads both from front to back.
 */
final class DenseTensor {
  private final Tensor tensor;

  private DenseTensor(Tensor tensor) {
    this.tensor = tensor;
  }

  /**
   * Allocates a tensor. Nothing here may be a constant: a pointer dies with the caller's {@code
   * PointerScope}.
   */
  static DenseTensor like(Tensor x, ScalarType type) {
    try (Device cpu = new Device(DeviceType.CPU);
        DeviceOptional device = new DeviceOptional(cpu);
        TensorOptions typed = new TensorOptions(type);
        TensorOptions options = typed.device(device);
        MemoryFormatOptional preserved = new MemoryFormatOptional()) {
      return new DenseTensor(torch.empty_like(x, options, preserved));
    }
  }

  /**
   * Writes the elements, in row-major order or by strides.
   *
   * @param <B> the type of the buffers of this tensor
   */
  <B extends Buffer> void write(Consumer<B> rowMajor, BiConsumer<B, Strides> strided) {
    B buffer = tensor.createBuffer();
    if (tensor.is_contiguous()) {
      rowMajor.accept(buffer);
    } else {
      strided.accept(buffer, strides());
    }
  }

  private Strides strides() {
    return new Strides(0, stride(0), stride(1), spatial(3), spatial(2), spatial(1));
  }

  /** The axes of a map are the last ones; one that is missing has extent 1, and any stride. */
  private int spatial(int fromEnd) {
    int axis = (int) tensor.dim() - fromEnd;
    return axis < 2 ? 0 : stride(axis);
  }

  private int stride(int axis) {
    return Math.toIntExact(tensor.stride(axis));
  }

  /** Returns the tensor in the type and on the device of another one. */
  Tensor as(Tensor x) {
    ScalarType type = x.scalar_type().intern();
    if (x.is_cpu() && tensor.scalar_type().intern() == type) {
      return tensor;
    }
    try (tensor;
        Device device = x.device()) {
      return tensor.to(device, type);
    }
  }
}
