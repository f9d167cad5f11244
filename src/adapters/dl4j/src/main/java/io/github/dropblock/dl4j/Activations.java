package io.github.dropblock.dl4j;

import io.github.dropblock.DropMask;
import io.github.dropblock.Strides;
import io.github.dropblock.tensor.Shape;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner.ExecutionerType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * An engine's array as a tensor: its memory, its shape, and where its elements lie.
 *
 * @param data the memory of the array and of what it is a view of
 * @param shape in the library's order of axes, whatever the engine's
 * @param strides absolute indices into {@code data}
 */
record Activations(DataBuffer data, Shape shape, Strides strides) {
  static Activations of(String name, INDArray array, DataLayout layout) {
    check(name, array);
    int[] axes = axes(array.rank(), layout);
    return new Activations(array.data(), shape(array, axes), strides(array, axes));
  }

  /** The gradient of activations of some shape. */
  static Activations ofGradient(String name, INDArray array, DataLayout layout, Shape expected) {
    Activations gradient = of(name, array, layout);
    if (layout == DataLayout.CHANNELS_LAST && array.rank() == 4) {
      // A convolution over NHWC takes its dropout back before it permutes its gradient from NCHW.
      Activations first = of(name, array, DataLayout.CHANNELS_FIRST);
      boolean certain = gradient.shape().equals(expected) && !isOfConvolution(array);
      gradient = first.shape().equals(expected) && !certain ? first : gradient;
    }
    if (!gradient.shape().equals(expected)) {
      throw new IllegalArgumentException(
          name + " must have the shape of the activations, " + expected + ": " + gradient.shape());
    }
    return gradient;
  }

  /** Whether N and C are swapped in an NCHW array's memory; NHWC never has N inside H so. */
  private static boolean isOfConvolution(INDArray array) {
    return array.stride(3) == 1 && array.stride(0) <= array.stride(1);
  }

  private static void check(String name, INDArray array) {
    if (array == null) {
      throw new IllegalArgumentException(name + " must not be null");
    }
    if (array.dataType() != DataType.FLOAT && array.dataType() != DataType.DOUBLE) {
      throw new IllegalArgumentException(
          name + " must have the data type FLOAT or DOUBLE: " + array.dataType());
    }
    if (array.rank() < 3 || array.rank() > 5) {
      throw new IllegalArgumentException(
          name
              + " must have rank 3, 4 or 5, as those of convolutions have: "
              + Arrays.toString(array.shape()));
    }
    ExecutionerType backend = Nd4j.getExecutioner().type();
    if (backend != ExecutionerType.NATIVE_CPU) {
      throw new IllegalStateException("the backend must be the CPU's, nd4j-native: " + backend);
    }
  }

  /** The engine's axis of N, C, D, H and W; -1 where it has none. */
  private static int[] axes(int rank, DataLayout layout) {
    boolean first = layout == DataLayout.CHANNELS_FIRST;
    int spatial = first ? 2 : 1;
    int end = spatial + rank - 2;
    return new int[] {
      0, first ? 1 : rank - 1, rank == 5 ? spatial : -1, rank >= 4 ? end - 2 : -1, end - 1
    };
  }

  private static Shape shape(INDArray array, int[] axes) {
    int[] e = new int[axes.length];
    for (int i = 0; i < axes.length; i++) {
      e[i] = axes[i] < 0 ? 1 : Math.toIntExact(array.size(axes[i]));
    }
    return switch (array.rank()) {
      case 3 -> Shape.ncw(e[0], e[1], e[4]);
      case 4 -> Shape.nchw(e[0], e[1], e[3], e[4]);
      default -> Shape.ncdhw(e[0], e[1], e[2], e[3], e[4]);
    };
  }

  private static Strides strides(INDArray array, int[] axes) {
    int[] s = new int[axes.length];
    for (int i = 0; i < axes.length; i++) {
      s[i] = axes[i] < 0 ? 0 : Math.toIntExact(array.stride(axes[i]));
    }
    return new Strides(Math.toIntExact(array.offset()), s[0], s[1], s[2], s[3], s[4]);
  }

  /** Drops in place. */
  void drop(DropMask mask) {
    if (data.dataType() == DataType.DOUBLE) {
      DoublePass.apply(mask, data.asNioDouble(), strides, true);
    } else {
      mask.applyInPlace(data.asNioFloat(), strides);
    }
  }

  /** Turns the gradient of the output into that of the input, in place. */
  void takeBack(DropMask mask) {
    if (data.dataType() == DataType.DOUBLE) {
      DoublePass.apply(mask, data.asNioDouble(), strides, false);
    } else {
      mask.backward(data.asNioFloat(), strides);
    }
  }
}
