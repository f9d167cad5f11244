package io.github.dropblock.dl4j;

import io.github.dropblock.Strides;
import io.github.dropblock.tensor.Shape;
import java.nio.FloatBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An engine's array as a tensor: its memory, its shape, and where its elements lie.
 *
 * @param data the memory of the array and of what it is a view of
 * @param shape in the library's order of axes, whatever the engine's
 * @param strides absolute indices into {@code data}
 */
record Activations(FloatBuffer data, Shape shape, Strides strides) {
  static Activations of(String name, INDArray array, DataLayout layout) {
    if (array.dataType() != DataType.FLOAT) {
      throw new IllegalArgumentException(
          name + " must have the data type FLOAT: " + array.dataType());
    }
    int rank = array.rank();
    if (rank < 3 || rank > 5) {
      throw new IllegalArgumentException(
          name + " must have rank 3, 4 or 5, as convolutional activations do: " + shapeOf(array));
    }
    int[] axes = axes(rank, layout);
    FloatBuffer data = array.data().asNioFloat();
    return new Activations(data, shape(array, axes), strides(array, axes));
  }

  /** The engine's axis of N, C, D, H and W; -1 where it has none. */
  private static int[] axes(int rank, DataLayout layout) {
    boolean first = layout == DataLayout.CHANNELS_FIRST;
    int c = first ? 1 : rank - 1;
    int spatial = first ? 2 : 1;
    int end = spatial + rank - 2;
    return new int[] {0, c, rank == 5 ? spatial : -1, rank >= 4 ? end - 2 : -1, end - 1};
  }

  private static Shape shape(INDArray array, int[] axes) {
    int[] extents = new int[axes.length];
    for (int i = 0; i < axes.length; i++) {
      extents[i] = axes[i] < 0 ? 1 : Math.toIntExact(array.size(axes[i]));
    }
    return switch (array.rank()) {
      case 3 -> Shape.ncw(extents[0], extents[1], extents[4]);
      case 4 -> Shape.nchw(extents[0], extents[1], extents[3], extents[4]);
      default -> Shape.ncdhw(extents[0], extents[1], extents[2], extents[3], extents[4]);
    };
  }

  private static Strides strides(INDArray array, int[] axes) {
    int[] steps = new int[axes.length];
    for (int i = 0; i < axes.length; i++) {
      steps[i] = axes[i] < 0 ? 0 : Math.toIntExact(array.stride(axes[i]));
    }
    int offset = Math.toIntExact(array.offset());
    return new Strides(offset, steps[0], steps[1], steps[2], steps[3], steps[4]);
  }

  private static String shapeOf(INDArray array) {
    return array.shapeInfoToString().replaceAll("\\s+", " ");
  }
}
