package io.github.dropblock.dl4j;

import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A network with three dropouts, and how many of its draws differ. */
final class Draws {
  static final int COUNT = 20;

  static final DropBlockDropout DROPOUT = DropBlockDropout.of(.7, 3, 1);

  private Draws() {}

  static MultiLayerNetwork chain() {
    return Networks.chain(
        Networks.defaults(),
        InputType.convolutional(Networks.SIDE, Networks.SIDE, 1),
        Networks.convolution(8).build(),
        new BatchNormalization(),
        new DropoutLayer(DROPOUT),
        Networks.convolution(8).dropOut(DROPOUT).build(),
        new DenseLayer.Builder().nOut(8).dropOut(DROPOUT).build());
  }

  static INDArray images() {
    return Networks.squares(8, 2).getFeatures();
  }

  /** Counts the different outputs of {@link #COUNT} passes. */
  static long distinct(Supplier<INDArray> output) {
    return IntStream.range(0, COUNT).mapToObj(i -> output.get().toStringFull()).distinct().count();
  }
}
