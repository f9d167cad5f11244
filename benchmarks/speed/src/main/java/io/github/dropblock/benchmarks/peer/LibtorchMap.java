package io.github.dropblock.benchmarks.peer;

import io.github.dropblock.tensor.Shape;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.MemoryFormat;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * A tensor of libtorch's with its layout.
 *
 * @param tensor the tensor
 * @param shape its shape
 * @param format its layout
 */
public record LibtorchMap(Tensor tensor, Shape shape, MemoryFormat format) {
  /** A copy of row-major numbers. */
  public static LibtorchMap of(float[] data, Shape shape) {
    LibtorchMap map = empty(shape, shape.h(), shape.w(), MemoryFormat.Contiguous);
    map.tensor.data_ptr_float().put(data);
    return map;
  }

  /** The same in the other layout. */
  public LibtorchMap toChannelsLast() {
    LibtorchMap other = empty(shape, shape.h(), shape.w(), MemoryFormat.ChannelsLast);
    other.tensor.copy_(tensor);
    return other;
  }

  /** Room for maps of another size in the same layout. */
  Tensor emptyMaps(int height, int width) {
    return empty(shape, height, width, format).tensor;
  }

  private static LibtorchMap empty(Shape shape, int height, int width, MemoryFormat format) {
    long[] sizes = {shape.n(), shape.c(), height, width};
    TensorOptions floats = new TensorOptions(ScalarType.Float);
    Tensor tensor = torch.empty(sizes, floats, new MemoryFormatOptional(format));
    return new LibtorchMap(tensor, shape, format);
  }

  /** The numbers of a tensor in row-major order. */
  public static float[] toArray(Tensor tensor) {
    float[] data = new float[(int) tensor.numel()];
    tensor.contiguous().data_ptr_float().get(data);
    return data;
  }
}
