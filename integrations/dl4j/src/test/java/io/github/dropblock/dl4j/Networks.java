package io.github.dropblock.dl4j;

import java.util.Random;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.dropout.IDropout;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * A small convolutional network with dropout in front of each kind of layer, and data for it. It is
 * smooth, so that differences of its score are those of its gradient.
 */
final class Networks {
  static final int SIDE = 12;
  static final int CLASSES = 3;

  private Networks() {}

  static MultiLayerNetwork cnn(IDropout... dropouts) {
    MultiLayerNetwork network = new MultiLayerNetwork(configuration(CNN2DFormat.NCHW, dropouts));
    network.init();
    return network;
  }

  /** The four dropouts are for a convolution, a pooling, an activation and a dropout layer. */
  static MultiLayerConfiguration configuration(CNN2DFormat format, IDropout... dropouts) {
    return new NeuralNetConfiguration.Builder()
        .seed(1)
        .dataType(DataType.FLOAT)
        .updater(new Adam(0.01))
        .convolutionMode(ConvolutionMode.Same)
        .list()
        .layer(convolution(1, format).build())
        .layer(convolution(8, format).dropOut(dropouts[0]).build())
        .layer(
            new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.AVG)
                .kernelSize(2, 2)
                .stride(2, 2)
                .dataFormat(format)
                .dropOut(dropouts[1])
                .build())
        .layer(
            new ActivationLayer.Builder().activation(Activation.TANH).dropOut(dropouts[2]).build())
        .layer(new DropoutLayer(dropouts[3]))
        .layer(
            new GlobalPoolingLayer.Builder(PoolingType.AVG)
                .poolingDimensions(pooled(format))
                .build())
        .layer(
            new OutputLayer.Builder(LossFunction.MCXENT)
                .nOut(CLASSES)
                .activation(Activation.SOFTMAX)
                .build())
        .setInputType(InputType.convolutional(SIDE, SIDE, 1, format))
        .build();
  }

  private static int[] pooled(CNN2DFormat format) {
    return format == CNN2DFormat.NHWC ? new int[] {1, 2} : new int[] {2, 3};
  }

  private static ConvolutionLayer.Builder convolution(int channels, CNN2DFormat format) {
    return new ConvolutionLayer.Builder(3, 3)
        .nIn(channels)
        .nOut(8)
        .activation(Activation.TANH)
        .dataFormat(format);
  }

  /** Noisy images of a bright square whose place is the class. */
  static DataSet squares(int count, long seed, CNN2DFormat format) {
    Random random = new Random(seed);
    INDArray images = Nd4j.zeros(DataType.FLOAT, count, 1, SIDE, SIDE);
    INDArray labels = Nd4j.zeros(DataType.FLOAT, count, CLASSES);
    for (int i = 0; i < count; i++) {
      int label = random.nextInt(CLASSES);
      labels.putScalar(i, label, 1);
      for (int y = 0; y < SIDE; y++) {
        for (int x = 0; x < SIDE; x++) {
          boolean bright = y / 6 == label / 2 && x / 6 == label % 2;
          float value = (bright ? 1 : 0) + 0.5f * (float) random.nextGaussian();
          images.putScalar(new int[] {i, 0, y, x}, value);
        }
      }
    }
    boolean last = format == CNN2DFormat.NHWC;
    return new DataSet(last ? images.permute(0, 2, 3, 1).dup('c') : images, labels);
  }
}
