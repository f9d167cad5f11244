package io.github.dropblock.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.dropblock.AlphaDropout;
import io.github.dropblock.Cutout;
import io.github.dropblock.DropBlock;
import io.github.dropblock.DropMask;
import io.github.dropblock.DropPath;
import io.github.dropblock.Dropout;
import io.github.dropblock.Fill;
import io.github.dropblock.MaskSharing;
import io.github.dropblock.Regularizer;
import io.github.dropblock.SpatialDropout;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;

/** Each type of floating point, each rank, and values that are not finite. */
class TypesTest {
  private static final int ITERATION = 3;

  static List<Arguments> arrays() {
    List<Arguments> all = new ArrayList<>();
    for (DataType type :
        new DataType[] {DataType.FLOAT16, DataType.BFLOAT16, DataType.FLOAT, DataType.DOUBLE}) {
      for (long[] shape : new long[][] {{5, 7}, {3, 5, 6}, {2, 3, 6, 7}, {2, 3, 4, 3, 5}}) {
        for (DataLayout layout : DataLayout.values()) {
          all.add(Arguments.of(type, shape, layout));
        }
      }
    }
    return all;
  }

  private static DropBlock dropBlock() {
    return DropBlock.builder().keepProb(.7).blockSize(2).fill(Fill.constant(.25f)).seed(5).build();
  }

  /** The product is that of floats, rounded once. */
  @ParameterizedTest
  @MethodSource("arrays")
  void eachTypeAndRankIsDropped(DataType type, long[] shape, DataLayout layout) {
    for (char order : new char[] {'c', 'f'}) {
      INDArray x = Nd4j.rand(DataType.FLOAT, shape).castTo(type).dup(order);
      INDArray dy = Nd4j.rand(DataType.FLOAT, shape).castTo(type).dup(order);
      double[] expected = masked(x, layout, .25);
      double[] expectedGradient = masked(dy, layout, 0);
      DropBlockDropout dropout = DropBlockDropout.of(dropBlock()).withLayout(layout);
      assertSame(x, dropout.applyDropout(x, x, ITERATION, 0, LayerWorkspaceMgr.noWorkspaces()));
      assertSame(dy, dropout.backprop(dy, dy, ITERATION, 0));
      assertArrayEquals(expected, Layouts.read(x, layout));
      assertArrayEquals(expectedGradient, Layouts.read(dy, layout));
    }
  }

  private static double[] masked(INDArray x, DataLayout layout, double fill) {
    DropMask mask = dropBlock().sample(Layouts.shape(x, layout), ITERATION);
    double[] values = Layouts.read(x, layout);
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    boolean asFloats = x.dataType() != DataType.DOUBLE;
    INDArray products = Nd4j.createFromArray(Layouts.masked(mask, floats, fill, asFloats));
    return products.castTo(x.dataType()).castTo(DataType.DOUBLE).toDoubleVector();
  }

  @ParameterizedTest
  @EnumSource(
      value = DataType.class,
      names = {"HALF", "BFLOAT16", "FLOAT", "DOUBLE"})
  void droppedNansAreGone(DataType type) {
    DropMask mask = dropBlock().sample(Shape.nchw(2, 3, 6, 7), 0);
    INDArray x = Nd4j.valueArrayOf(new long[] {2, 3, 6, 7}, Double.NaN, type);
    DropBlockDropout dropout = DropBlockDropout.of(dropBlock());
    dropout.applyDropout(x, x, 0, 0, LayerWorkspaceMgr.noWorkspaces());
    INDArray dy = Nd4j.valueArrayOf(new long[] {2, 3, 6, 7}, Double.POSITIVE_INFINITY, type);
    dropout.backprop(dy, dy, 0, 0);
    double[] values = Layouts.read(x, DataLayout.CHANNELS_FIRST);
    double[] gradients = Layouts.read(dy, DataLayout.CHANNELS_FIRST);
    float[] multipliers = mask.toTensor().data();
    for (int i = 0; i < values.length; i++) {
      assertEquals(multipliers[i] == 0 ? .25 : Double.NaN, values[i]);
      assertEquals(multipliers[i] == 0 ? 0 : Double.POSITIVE_INFINITY, gradients[i]);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = DataType.class,
      names = {"HALF", "BFLOAT16", "FLOAT", "DOUBLE"})
  void emptyBatchesStayEmpty(DataType type) {
    INDArray x = Nd4j.empty(type).reshape(0, 3, 4, 4);
    DropBlockDropout dropout = DropBlockDropout.of(dropBlock());
    assertSame(x, dropout.applyDropout(x, x, 0, 0, LayerWorkspaceMgr.noWorkspaces()));
    assertSame(x, dropout.backprop(x, x, 0, 0));
  }

  /** A view of one number cannot hold different ones, so the result is an array of its own. */
  @Test
  void aBroadcastViewIsCopied() {
    INDArray one = Nd4j.ones(DataType.FLOAT, 1);
    INDArray view = Nd4j.create(one.data(), new long[] {2, 3, 6, 7}, new long[4], 0, 'c');
    INDArray dropped =
        DropBlockDropout.of(dropBlock())
            .applyDropout(view, view, ITERATION, 0, LayerWorkspaceMgr.noWorkspaces());
    assertEquals(1, one.getFloat(0));
    INDArray ones = Nd4j.ones(DataType.FLOAT, 2, 3, 6, 7);
    assertArrayEquals(
        masked(ones, DataLayout.CHANNELS_FIRST, .25),
        Layouts.read(dropped, DataLayout.CHANNELS_FIRST));
  }

  static Stream<Regularizer> regularizers() {
    return Stream.of(
        dropBlock(),
        Dropout.of(.7, 1),
        Dropout.of(.7, 1).withSharing(MaskSharing.CHANNELS),
        Dropout.of(.7, 1).withSharing(MaskSharing.BATCH),
        Dropout.of(.7, 1).withSharing(MaskSharing.ALL),
        AlphaDropout.of(.7, 6),
        AlphaDropout.ofPlanes(.7, 7),
        SpatialDropout.of(.7, 2),
        DropPath.of(.7, 3),
        DropPath.ofBatch(.7, 3),
        Cutout.of(1, 3, 4));
  }

  /** Doubles have the product and the sum unrounded. */
  @ParameterizedTest
  @MethodSource("regularizers")
  void activationsOfDenseLayersAreDroppedAsInPlainJava(Regularizer regularizer) {
    Shape shape = Shape.nc(5, 7);
    INDArray x = Nd4j.rand(DataType.FLOAT, 5, 7);
    INDArray doubles = x.castTo(DataType.DOUBLE);
    Tensor expected =
        regularizer.sample(shape, ITERATION).apply(Tensor.of(x.dup('c').data().asFloat(), shape));
    DropBlockDropout dropout = DropBlockDropout.of(regularizer);
    dropout.applyDropout(x, x, ITERATION, 0, LayerWorkspaceMgr.noWorkspaces());
    assertArrayEquals(expected.data(), x.dup('c').data().asFloat());
    dropout = DropBlockDropout.of(regularizer);
    dropout.applyDropout(doubles, doubles, ITERATION, 0, LayerWorkspaceMgr.noWorkspaces());
    assertArrayEquals(expected.data(), doubles.dup('c').data().asFloat(), 1e-5f);
  }

  /** By finite differences, in double precision. */
  @ParameterizedTest
  @MethodSource("regularizers")
  void denseLayersTrainWithEachRegularizer(Regularizer regularizer) {
    DropBlockDropout dropout = DropBlockDropout.of(regularizer);
    Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
    try {
      MultiLayerNetwork network =
          Networks.chain(
              Networks.defaults().dataType(DataType.DOUBLE).activation(Activation.TANH),
              InputType.feedForward(5),
              new DenseLayer.Builder().nOut(7).build(),
              new DropoutLayer(dropout),
              new DenseLayer.Builder().nOut(6).dropOut(dropout).build());
      INDArray y = Nd4j.zeros(DataType.DOUBLE, 6, Networks.CLASSES);
      for (int i = 0; i < 6; i++) {
        y.putScalar(i, i % Networks.CLASSES, 1);
      }
      Differences.check(network, Nd4j.rand(DataType.DOUBLE, 6, 5), y);
    } finally {
      Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
    }
  }

  /** The engine itself refuses networks of BFLOAT16. */
  @Test
  void aNetworkOfHalvesTrains() {
    DataType type = DataType.FLOAT16;
    MultiLayerNetwork network =
        Networks.chain(
            Networks.defaults().dataType(type).updater(new Sgd(.1)),
            InputType.feedForward(5),
            new DenseLayer.Builder().nOut(16).build(),
            new DropoutLayer(DropBlockDropout.of(Dropout.of(.8, 1))));
    INDArray x = Nd4j.rand(DataType.FLOAT, 8, 5).castTo(type);
    INDArray y = Nd4j.zeros(type, 8, Networks.CLASSES);
    for (int i = 0; i < 8; i++) {
      y.putScalar(i, i % Networks.CLASSES, 1);
      x.putScalar(i, i % Networks.CLASSES, 4);
    }
    Networks.assertLearns(network::score, new DataSet(x, y), 50, step -> network.fit(x, y));
  }
}
