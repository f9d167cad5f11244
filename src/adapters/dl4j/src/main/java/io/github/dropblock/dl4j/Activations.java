package io.github.dropblock.dl4j;

import io.github.dropblock.DropMask;
import io.github.dropblock.Strides;
import io.github.dropblock.tensor.Shape;
import java.util.Arrays;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An engine's array as a tensor: its shape, and where its elements lie in its memory. */
final class Activations {
  private final INDArray array;

  /** The engine's axis of N, C, D, H and W; -1 where it has none. */
  private final int[] axes;

  private Activations(INDArray array, int[] axes) {
    this.array = array;
    this.axes = axes;
  }

  static Activations of(String name, INDArray array, DataLayout layout) {
    check(name, array);
    return new Activations(array, axes(array.rank(), layout));
  }

  /** Returns a copy of a layer's input where the engine allows it in a pass, which may be null. */
  static INDArray copy(INDArray array, LayerWorkspaceMgr pass) {
    if (pass == null) {
      return array.dup();
    }
    // For the last layer of a graph, the engine opens no workspace of inputs.
    boolean open = pass.isWorkspaceOpen(ArrayType.INPUT);
    return pass.dup(open ? ArrayType.INPUT : ArrayType.ACTIVATIONS, array);
  }

  /** The gradient of activations of some shape. */
  static Activations ofGradient(String name, INDArray array, DataLayout layout, Shape expected) {
    Activations gradient = of(name, array, layout);
    if (layout == DataLayout.CHANNELS_LAST && array.rank() == 4) {
      // A convolution over NHWC masks its gradient before it permutes it from NCHW.
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
    if (!array.dataType().isFPType()) {
      throw new IllegalArgumentException(
          name + " must have the data type FLOAT, DOUBLE, HALF or BFLOAT16: " + array.dataType());
    }
    if (array.rank() < 2 || array.rank() > 5) {
      throw new IllegalArgumentException(
          name + " must have rank 2, 3, 4 or 5: " + Arrays.toString(array.shape()));
    }
  }

  private static int[] axes(int rank, DataLayout layout) {
    boolean first = layout == DataLayout.CHANNELS_FIRST;
    int channels = first ? 1 : rank - 1;
    int end = rank - (first ? 1 : 2);
    return new int[] {
      0, channels, rank == 5 ? end - 2 : -1, rank >= 4 ? end - 1 : -1, rank >= 3 ? end : -1
    };
  }

  INDArray array() {
    return array;
  }

  /** Returns the shape in the library's order of axes, whatever the engine's. */
  Shape shape() {
    return Shape.of(
        Arrays.stream(axes)
            .filter(axis -> axis >= 0)
            .map(axis -> Math.toIntExact(array.size(axis)))
            .toArray());
  }

  /** Returns absolute indices into the memory of the array and of what it is a view of. */
  Strides strides() {
    return strides(array.offset(), array.stride());
  }

  /** Returns the indices into a new array of the same shape in the engine's row-major order. */
  private Strides rowMajor() {
    long[] strides = new long[array.rank()];
    long stride = 1;
    for (int axis = array.rank() - 1; axis >= 0; axis--) {
      strides[axis] = stride;
      stride *= array.size(axis);
    }
    return strides(0, strides);
  }

  private Strides strides(long offset, long[] ofAxes) {
    int[] s = new int[axes.length];
    for (int i = 0; i < axes.length; i++) {
      s[i] = axes[i] < 0 ? 0 : Math.toIntExact(ofAxes[axes[i]]);
    }
    return new Strides(Math.toIntExact(offset), s[0], s[1], s[2], s[3], s[4]);
  }

  /** Whether the array is a broadcast view, whose elements cannot differ along an axis. */
  boolean sharesMemory() {
    for (int axis = 0; axis < array.rank() && !array.isEmpty(); axis++) {
      if (array.size(axis) > 1 && array.stride(axis) == 0) {
        return true;
      }
    }
    return false;
  }

  /** Drops in place. */
  void drop(DropMask mask) {
    pass(mask, true);
  }

  /** Turns the gradient of the output into that of the input, in place. */
  void takeBack(DropMask mask) {
    pass(mask, false);
  }

  private void pass(DropMask mask, boolean forward) {
    if (array.isEmpty()) {
      return;
    }
    boolean halves = array.dataType() != DataType.DOUBLE && array.dataType() != DataType.FLOAT;
    if (halves) {
      passInFloats(mask, forward);
    } else if (!Backend.isMainMemory()) {
      ArrayPass.apply(mask, array, rowMajor(), forward);
    } else if (array.dataType() == DataType.DOUBLE) {
      DoublePass.apply(mask, array.data().asNioDouble(), strides(), forward);
    } else if (forward) {
      mask.applyInPlace(array.data().asNioFloat(), strides());
    } else {
      mask.backwardInPlace(array.data().asNioFloat(), strides());
    }
  }

  /**
   * Passes over a copy: the scale is then not rounded to the short type, and the product once, and
   * a dropped NaN becomes the fill.
   */
  private void passInFloats(DropMask mask, boolean forward) {
    INDArray floats = array.castTo(DataType.FLOAT);
    new Activations(floats, axes).pass(mask, forward);
    array.assign(floats);
  }
}
