package io.github.dropblock.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.dropblock.DropBlock;
import io.github.dropblock.DropMask;
import io.github.dropblock.Fill;
import io.github.dropblock.Normalization;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** The mask lands on the right element in each order that memory can have, and nowhere else. */
class StrideOrdersTest {
  private static final int ITERATION = 4;
  private static final float FILL = 0.25f;
  private static final double MARGIN = 77;

  private static DropBlock dropBlock(Normalization normalization) {
    return DropBlock.builder()
        .keepProb(.6)
        .blockSize(2)
        .seed(3)
        .normalization(normalization)
        .fill(Fill.constant(FILL))
        .build();
  }

  static Stream<Arguments> arrays() {
    List<long[]> shapes =
        List.of(
            new long[] {3, 5, 13},
            new long[] {2, 3, 6, 7},
            new long[] {1, 4, 5, 3},
            new long[] {3, 2, 3, 4, 5});
    return shapes.stream()
        .flatMap(
            shape ->
                Stream.of(DataType.FLOAT, DataType.DOUBLE)
                    .flatMap(
                        type ->
                            Stream.of(DataLayout.values())
                                .map(layout -> Arguments.of(type, layout, shape))));
  }

  @ParameterizedTest
  @MethodSource("arrays")
  void eachOrderOfAxesIsRight(DataType type, DataLayout layout, long[] shape) {
    for (int[] order : Layouts.orders(shape.length)) {
      for (Normalization normalization : Normalization.values()) {
        INDArray x = Layouts.inOrder(type, shape, order);
        assertDropsInPlace(x, layout, normalization);
        assertTakesBackInPlace(x, layout, normalization);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("arrays")
  void aViewChangesNothingBesideIt(DataType type, DataLayout layout, long[] shape) {
    for (int[] order : Layouts.orders(shape.length)) {
      long[] larger = Arrays.stream(shape).map(extent -> extent + 2).toArray();
      INDArray whole = Layouts.inOrder(type, larger, order).assign(MARGIN);
      assertDropsInPlace(inner(whole, shape), layout, Normalization.TENSOR);
      assertTakesBackInPlace(inner(whole, shape), layout, Normalization.TENSOR);
      INDArray margin = whole.dup();
      inner(margin, shape).assign(MARGIN);
      assertEquals(MARGIN, margin.minNumber().doubleValue());
      assertEquals(MARGIN, margin.maxNumber().doubleValue());
    }
  }

  private static INDArray inner(INDArray whole, long[] shape) {
    return whole.get(
        Arrays.stream(shape)
            .mapToObj(extent -> NDArrayIndex.interval(1, extent + 1))
            .toArray(INDArrayIndex[]::new));
  }

  @ParameterizedTest
  @MethodSource("arrays")
  void anotherArrayCanTakeTheResult(DataType type, DataLayout layout, long[] shape) {
    INDArray x = Nd4j.create(type, shape, 'c');
    float[] values = Layouts.randomize(x, layout, 5);
    INDArray result = Nd4j.createUninitialized(type, shape, 'f');
    DropBlockDropout dropout =
        DropBlockDropout.of(dropBlock(Normalization.SAMPLE)).withLayout(layout);
    LayerWorkspaceMgr pass = LayerWorkspaceMgr.noWorkspaces();
    assertSame(result, dropout.applyDropout(x, result, ITERATION, 0, pass));
    assertMasked(result, layout, Normalization.SAMPLE, values, FILL);
    assertArrayEquals(asDoubles(values), Layouts.read(x, layout));
    INDArray gradient = Nd4j.createUninitialized(type, shape, 'f');
    assertSame(gradient, dropout.backprop(x, gradient, ITERATION, 0));
    assertMasked(gradient, layout, Normalization.SAMPLE, values, 0);
    assertArrayEquals(asDoubles(values), Layouts.read(x, layout));
  }

  private static void assertDropsInPlace(INDArray x, DataLayout layout, Normalization choice) {
    float[] values = Layouts.randomize(x, layout, 5);
    DropBlockDropout dropout = DropBlockDropout.of(dropBlock(choice)).withLayout(layout);
    dropout.applyDropout(x, x, ITERATION, 0, LayerWorkspaceMgr.noWorkspaces());
    assertMasked(x, layout, choice, values, FILL);
  }

  /** The forward pass is over a contiguous array: orders differ, the mask does not. */
  private static void assertTakesBackInPlace(INDArray x, DataLayout layout, Normalization choice) {
    DropBlockDropout dropout = DropBlockDropout.of(dropBlock(choice)).withLayout(layout);
    INDArray activations = Nd4j.create(x.dataType(), x.shape(), 'c');
    dropout.applyDropout(activations, activations, ITERATION, 0, LayerWorkspaceMgr.noWorkspaces());
    float[] values = Layouts.randomize(x, layout, 6);
    dropout.backprop(x, x, ITERATION, 0);
    assertMasked(x, layout, choice, values, 0);
  }

  private static void assertMasked(
      INDArray x, DataLayout layout, Normalization choice, float[] values, float fill) {
    DropMask mask = dropBlock(choice).sample(Layouts.shape(x, layout), ITERATION);
    double[] expected = Layouts.masked(mask, values, fill, x.dataType() == DataType.FLOAT);
    assertArrayEquals(expected, Layouts.read(x, layout));
  }

  private static double[] asDoubles(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
  }
}
