package io.github.dropblock.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.BlockSize;
import io.github.dropblock.DropBlock;
import io.github.dropblock.Fill;
import io.github.dropblock.Normalization;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.Subsampling3DLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.Upsampling2D;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

/** Gradients of whole networks against finite differences, for each kind of layer. */
class GradientTest {
  private final DropBlockDropout dropout =
      DropBlockDropout.of(
          DropBlock.builder()
              .keepProb(.6)
              .blockSize(BlockSize.of(1, 2))
              .normalization(Normalization.SAMPLE)
              .fill(Fill.gaussian(0.5, 0.5))
              .seed(5)
              .build());
  private final DropBlockDropout last = dropout.withLayout(DataLayout.CHANNELS_LAST);

  @BeforeAll
  static void useDoubles() {
    Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
  }

  @AfterAll
  static void useFloats() {
    Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
  }

  private static NeuralNetConfiguration.Builder smooth(DataType type) {
    return Networks.defaults().dataType(type).updater(new NoOp()).activation(Activation.TANH);
  }

  private static ConvolutionLayer.Builder convolution(CNN2DFormat format) {
    return new ConvolutionLayer.Builder(2, 2).nOut(3).dataFormat(format);
  }

  private static INDArray random(DataType type, long... shape) {
    return Nd4j.rand(type, shape);
  }

  private static INDArray labels(DataType type, long count) {
    INDArray labels = Nd4j.zeros(type, count, Networks.CLASSES);
    for (int i = 0; i < count; i++) {
      labels.putScalar(i, i % Networks.CLASSES, 1);
    }
    return labels;
  }

  private static void check(InputType input, INDArray x, Layer... layers) {
    MultiLayerNetwork network = Networks.chain(smooth(DataType.DOUBLE), input, layers);
    Differences.check(network, x, labels(DataType.DOUBLE, x.size(0)));
  }

  @Test
  void convolutions() {
    check(
        InputType.convolutional(4, 5, 2),
        random(DataType.DOUBLE, 2, 2, 4, 5),
        convolution(CNN2DFormat.NCHW).dropOut(dropout).build(),
        new DepthwiseConvolution2D.Builder(2, 2).depthMultiplier(2).dropOut(dropout).build(),
        new SeparableConvolution2D.Builder(2, 2).nOut(3).dropOut(dropout).build(),
        convolution(CNN2DFormat.NCHW).dropOut(dropout).build());
  }

  @Test
  void dropoutLayersBetweenOthers() {
    check(
        InputType.convolutional(4, 5, 2),
        random(DataType.DOUBLE, 2, 2, 4, 5),
        convolution(CNN2DFormat.NCHW).build(),
        new DropoutLayer(dropout),
        new SubsamplingLayer.Builder(2, 2).build(),
        new DropoutLayer(dropout),
        new ActivationLayer(Activation.SIGMOID),
        new DropoutLayer(dropout),
        new Upsampling2D.Builder(2).dropOut(dropout).build());
  }

  /** Where H, W and C are alike, only strides tell in which order a convolution's gradient is. */
  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void channelsLast(int width) {
    for (int samples = 1; samples <= 2; samples++) {
      check(
          InputType.convolutional(3, width, 3, CNN2DFormat.NHWC),
          random(DataType.DOUBLE, samples, 3, width, 3),
          convolution(CNN2DFormat.NHWC).dropOut(last).build(),
          convolution(CNN2DFormat.NHWC).dropOut(last).build(),
          new DropoutLayer(last),
          new DepthwiseConvolution2D.Builder(2, 2)
              .dataFormat(CNN2DFormat.NHWC)
              .depthMultiplier(1)
              .dropOut(last)
              .build(),
          new SubsamplingLayer.Builder(2, 2).dataFormat(CNN2DFormat.NHWC).build(),
          new DropoutLayer(last));
    }
  }

  @Test
  void oneDimension() {
    check(
        InputType.recurrent(2, 6),
        random(DataType.DOUBLE, 2, 2, 6),
        new Convolution1DLayer.Builder(2).nOut(3).build(),
        new DropoutLayer(dropout),
        new Convolution1DLayer.Builder(2).nOut(3).build(),
        new LSTM.Builder().nOut(3).dropOut(dropout).build(),
        new GlobalPoolingLayer(PoolingType.AVG));
  }

  @Test
  void threeDimensions() {
    check(
        InputType.convolutional3D(Convolution3D.DataFormat.NCDHW, 3, 4, 3, 2),
        random(DataType.DOUBLE, 2, 2, 3, 4, 3),
        new Convolution3D.Builder(2, 2, 2).nOut(2).build(),
        new DropoutLayer(dropout),
        new Convolution3D.Builder(2, 2, 2).nOut(2).build(),
        new Subsampling3DLayer.Builder(2, 2, 2).stride(1, 1, 1).dropOut(dropout).build());
  }

  @Test
  void skipConnections() {
    Differences.check(
        Networks.residual(smooth(DataType.DOUBLE), dropout),
        random(DataType.DOUBLE, 1, 1, Networks.SIDE, Networks.SIDE),
        labels(DataType.DOUBLE, 1));
  }

  /** The engine's own check scores by other passes, so each layer has a seed of its own. */
  @Test
  void theEnginesOwnCheckPasses() {
    MultiLayerNetwork network =
        Networks.chain(
            smooth(DataType.DOUBLE),
            InputType.convolutional(4, 5, 2),
            convolution(CNN2DFormat.NCHW).dropOut(dropout).build(),
            convolution(CNN2DFormat.NCHW).dropOut(dropout.forLayer(1)).build(),
            new DropoutLayer(dropout.forLayer(2)));
    assertTrue(
        GradientCheckUtil.checkGradients(
            new GradientCheckUtil.MLNConfig()
                .net(network)
                .input(random(DataType.DOUBLE, 2, 2, 4, 5))
                .labels(labels(DataType.DOUBLE, 2))
                .callEachIter(n -> {})));
  }

  /** Floats leave about three digits of a difference: one along the gradient itself, not each. */
  @Test
  void singlePrecision() {
    MultiLayerNetwork network =
        Networks.chain(
            smooth(DataType.FLOAT),
            InputType.convolutional(8, 9, 2),
            convolution(CNN2DFormat.NCHW).dropOut(dropout).build(),
            convolution(CNN2DFormat.NCHW).dropOut(dropout).build(),
            new DropoutLayer(dropout));
    INDArray x = random(DataType.FLOAT, 4, 2, 8, 9);
    Differences.setData(network, x, labels(DataType.FLOAT, 4));
    Differences.score(network);
    INDArray direction = Differences.gradient(network).dup().divi(x.size(0));
    double square = direction.norm2Number().doubleValue() * direction.norm2Number().doubleValue();
    INDArray start = network.params().dup();
    double step = 0.01 / Math.sqrt(square);
    network.setParams(start.add(direction.mul(step)));
    double above = Differences.score(network);
    network.setParams(start.sub(direction.mul(step)));
    double below = Differences.score(network);
    assertEquals(1, (above - below) / (2 * step) / square, 0.01);
  }
}
