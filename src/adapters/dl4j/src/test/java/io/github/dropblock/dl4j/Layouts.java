package io.github.dropblock.dl4j;

import io.github.dropblock.DropMask;
import io.github.dropblock.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Arrays whose memory has the axes in any order, and their elements in the library's order. */
final class Layouts {
  private Layouts() {}

  /** Zeros; the first axis of {@code order} is the outermost in memory. */
  static INDArray inOrder(DataType type, long[] shape, int[] order) {
    long[] inMemory = Arrays.stream(order).mapToLong(axis -> shape[axis]).toArray();
    int[] back = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      back[order[i]] = i;
    }
    return Nd4j.create(type, inMemory, 'c').permute(back);
  }

  static List<int[]> orders(int rank) {
    List<int[]> all = List.of(new int[0]);
    for (int axis = 0; axis < rank; axis++) {
      List<int[]> longer = new ArrayList<>();
      for (int[] shorter : all) {
        for (int at = 0; at <= shorter.length; at++) {
          int[] order = Arrays.copyOf(shorter, shorter.length + 1);
          System.arraycopy(shorter, at, order, at + 1, shorter.length - at);
          order[at] = axis;
          longer.add(order);
        }
      }
      all = longer;
    }
    return all;
  }

  /** The same memory with the channels in axis 1. */
  static INDArray channelsFirst(INDArray x, DataLayout layout) {
    if (layout == DataLayout.CHANNELS_FIRST) {
      return x;
    }
    return switch (x.rank()) {
      case 2 -> x;
      case 3 -> x.permute(0, 2, 1);
      case 4 -> x.permute(0, 3, 1, 2);
      default -> x.permute(0, 4, 1, 2, 3);
    };
  }

  static Shape shape(INDArray x, DataLayout layout) {
    int[] e = LongStream.of(channelsFirst(x, layout).shape()).mapToInt(Math::toIntExact).toArray();
    return Shape.of(e);
  }

  /** Fills an array with random floats, which are returned in the library's order. */
  static float[] randomize(INDArray x, DataLayout layout, long seed) {
    Random random = new Random(seed);
    float[] values = new float[Math.toIntExact(x.length())];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat() - 0.5f;
    }
    INDArray logical = channelsFirst(x, layout);
    logical.assign(Nd4j.createFromArray(values).reshape(logical.shape()).castTo(x.dataType()));
    return values;
  }

  /** The elements in the library's order. */
  static double[] read(INDArray x, DataLayout layout) {
    return channelsFirst(x, layout)
        .castTo(DataType.DOUBLE)
        .dup('c')
        .reshape(x.length())
        .toDoubleVector();
  }

  /** What a mask does, element by element. */
  static double[] masked(DropMask mask, float[] values, double fill, boolean asFloats) {
    Shape shape = mask.shape();
    double[] out = new double[values.length];
    int i = 0;
    for (int n = 0; n < shape.n(); n++) {
      for (int c = 0; c < shape.c(); c++) {
        for (int position = 0; position < shape.planeSize(); position++) {
          int row = position / shape.w();
          boolean kept = mask.isKept(n, c, row / shape.h(), row % shape.h(), position % shape.w());
          double product = (double) values[i] * mask.scale(n, c);
          out[i++] = kept ? (asFloats ? (float) product : product) : fill;
        }
      }
    }
    return out;
  }
}
