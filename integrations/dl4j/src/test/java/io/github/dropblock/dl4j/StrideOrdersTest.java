package io.github.dropblock.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.DropBlock;
import io.github.dropblock.DropMask;
import io.github.dropblock.Normalization;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** The mask lands on the right element in each order that an array can have, and nowhere else. */
class StrideOrdersTest {
  private static final long[][] SHAPES = {{3, 5, 13}, {2, 3, 6, 7}, {3, 2, 3, 4, 5}};
  private static final int ITERATION = 4;
  private static final float MARGIN = 77;

  private static DropBlock dropBlock(Normalization normalization) {
    return DropBlock.builder()
        .keepProb(.6)
        .blockSize(2)
        .seed(3)
        .normalization(normalization)
        .build();
  }

  @ParameterizedTest
  @EnumSource
  void eachOrderOfAxesHasTheSameResult(DataLayout layout) {
    for (long[] shape : SHAPES) {
      for (int[] order : permutations(shape.length)) {
        for (Normalization normalization : Normalization.values()) {
          assertMasked(inOrder(shape, order), layout, normalization);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aViewChangesNothingBesideIt(DataLayout layout) {
    for (long[] shape : SHAPES) {
      for (int[] order : permutations(shape.length)) {
        long[] larger = Arrays.stream(shape).map(extent -> extent + 2).toArray();
        INDArray whole = inOrder(larger, order).assign(MARGIN);
        INDArray view = view(whole, shape);
        assertMasked(view, layout, Normalization.TENSOR);
        INDArray rest = whole.dup();
        view(rest, shape).assign(MARGIN);
        assertEquals(MARGIN, rest.minNumber().floatValue());
        assertEquals(MARGIN, rest.maxNumber().floatValue());
      }
    }
  }

  private static INDArray view(INDArray whole, long[] shape) {
    return whole.get(
        Arrays.stream(shape)
            .mapToObj(extent -> NDArrayIndex.interval(1, extent + 1))
            .toArray(INDArrayIndex[]::new));
  }

  /** An array whose memory has the axes in an order. */
  private static INDArray inOrder(long[] shape, int[] order) {
    long[] inMemory = Arrays.stream(order).mapToLong(axis -> shape[axis]).toArray();
    int[] back = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      back[order[i]] = i;
    }
    return Nd4j.create(DataType.FLOAT, inMemory, 'c').permute(back);
  }

  private static void assertMasked(INDArray x, DataLayout layout, Normalization normalization) {
    float[] values = fill(x, layout);
    DropBlockDropout dropout = DropBlockDropout.of(dropBlock(normalization)).withLayout(layout);
    DropMask mask = dropBlock(normalization).sample(shape(x, layout), ITERATION);
    float[] expected = mask.apply(Tensor.of(values, mask.shape())).data();

    INDArray apart = Nd4j.createUninitialized(DataType.FLOAT, x.shape(), 'f');
    dropout.applyDropout(x, apart, ITERATION, 0, LayerWorkspaceMgr.noWorkspaces());
    assertArrayEquals(expected, read(apart, layout));
    assertArrayEquals(values, read(x, layout));

    dropout.applyDropout(x, x, ITERATION, 0, LayerWorkspaceMgr.noWorkspaces());
    assertArrayEquals(expected, read(x, layout));

    INDArray gradient = apart.assign(logical(x, layout).dup().assign(1).reshape(apart.shape()));
    dropout.backprop(gradient, gradient, ITERATION, 0);
    float[] ones = new float[values.length];
    Arrays.fill(ones, 1);
    float[] multipliers = mask.apply(Tensor.of(ones, mask.shape())).data();
    assertArrayEquals(multipliers, read(gradient, layout));
  }

  private static Shape shape(INDArray x, DataLayout layout) {
    int[] e = Arrays.stream(logical(x, layout).shape()).mapToInt(Math::toIntExact).toArray();
    return switch (e.length) {
      case 3 -> Shape.ncw(e[0], e[1], e[2]);
      case 4 -> Shape.nchw(e[0], e[1], e[2], e[3]);
      default -> Shape.ncdhw(e[0], e[1], e[2], e[3], e[4]);
    };
  }

  /** Channels first. */
  private static INDArray logical(INDArray x, DataLayout layout) {
    if (layout == DataLayout.CHANNELS_FIRST) {
      return x;
    }
    return switch (x.rank()) {
      case 3 -> x.permute(0, 2, 1);
      case 4 -> x.permute(0, 3, 1, 2);
      default -> x.permute(0, 4, 1, 2, 3);
    };
  }

  private static float[] fill(INDArray x, DataLayout layout) {
    Random random = new Random(5);
    float[] values = new float[Math.toIntExact(x.length())];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat() - .5f;
    }
    INDArray logical = logical(x, layout);
    logical.assign(Nd4j.createFromArray(values).reshape(logical.shape()));
    return values;
  }

  private static float[] read(INDArray x, DataLayout layout) {
    return logical(x, layout).dup('c').reshape(x.length()).toFloatVector();
  }

  private static List<int[]> permutations(int length) {
    List<int[]> all = List.of(new int[0]);
    for (int axis = 0; axis < length; axis++) {
      List<int[]> longer = new ArrayList<>();
      for (int[] shorter : all) {
        for (int at = 0; at <= shorter.length; at++) {
          int[] with = new int[shorter.length + 1];
          System.arraycopy(shorter, 0, with, 0, at);
          with[at] = axis;
          System.arraycopy(shorter, at, with, at + 1, shorter.length - at);
          longer.add(with);
        }
      }
      all = longer;
    }
    return all;
  }
}
