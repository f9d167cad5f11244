package io.github.dropblock.dl4j;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.IntConsumer;
import java.util.function.ToDoubleFunction;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Small networks, and images for them. */
final class Networks {
  static final int SIDE = 12;
  static final int CLASSES = 4;

  private Networks() {}

  static NeuralNetConfiguration.Builder defaults() {
    return new NeuralNetConfiguration.Builder()
        .seed(1)
        .updater(new Adam(0.01))
        .activation(Activation.RELU)
        .convolutionMode(ConvolutionMode.Same);
  }

  static ConvolutionLayer.Builder convolution(int channels) {
    return new ConvolutionLayer.Builder(3, 3).nOut(channels);
  }

  static Layer output() {
    return new OutputLayer.Builder(LossFunction.MCXENT)
        .nOut(CLASSES)
        .activation(Activation.SOFTMAX)
        .build();
  }

  /** Layers between an image and the output. */
  static MultiLayerNetwork chain(
      NeuralNetConfiguration.Builder builder, InputType input, Layer... layers) {
    NeuralNetConfiguration.ListBuilder list = builder.list();
    for (Layer layer : layers) {
      list.layer(layer);
    }
    MultiLayerNetwork network =
        new MultiLayerNetwork(list.layer(output()).setInputType(input).build());
    network.init();
    return network;
  }

  /** Dropout of a convolution's input, of a pooling layer's, and of an activation layer's. */
  static MultiLayerNetwork cnn(DropBlockDropout dropout) {
    return chain(
        defaults(),
        InputType.convolutional(SIDE, SIDE, 1),
        convolution(8).build(),
        convolution(8).activation(Activation.IDENTITY).dropOut(dropout).build(),
        new DropoutLayer(dropout),
        new SubsamplingLayer.Builder(2, 2).stride(2, 2).build(),
        new DropoutLayer(dropout),
        new ActivationLayer(Activation.RELU),
        new DropoutLayer(dropout));
  }

  /** A residual block with dropout after its convolution and on its skip connection. */
  static ComputationGraph residual(
      NeuralNetConfiguration.Builder builder, DropBlockDropout dropout) {
    ComputationGraph graph =
        new ComputationGraph(
            builder
                .graphBuilder()
                .addInputs("in")
                .layer("stem", convolution(8).build(), "in")
                .layer("conv", convolution(8).build(), "stem")
                .layer("drop", new DropoutLayer(dropout), "conv")
                // Dropout is in place: without a copy, "conv" would lose the input it still needs.
                .layer("copy", new ActivationLayer(Activation.IDENTITY), "stem")
                .layer("skip", new DropoutLayer(dropout), "copy")
                .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "drop", "skip")
                .layer("pool", new SubsamplingLayer.Builder(4, 4).stride(4, 4).build(), "sum")
                .layer("out", output(), "pool")
                .setOutputs("out")
                .setInputTypes(InputType.convolutional(SIDE, SIDE, 1))
                .build());
    graph.init();
    return graph;
  }

  /** Noisy images of a bright square whose corner is the class. */
  static DataSet squares(int count, long seed) {
    Random random = new Random(seed);
    INDArray images = Nd4j.zeros(DataType.FLOAT, count, 1, SIDE, SIDE);
    INDArray labels = Nd4j.zeros(DataType.FLOAT, count, CLASSES);
    for (int i = 0; i < count; i++) {
      int label = random.nextInt(CLASSES);
      labels.putScalar(i, label, 1);
      for (int y = 0; y < SIDE; y++) {
        for (int x = 0; x < SIDE; x++) {
          boolean bright = y / 6 == label / 2 && x / 6 == label % 2;
          double value = (bright ? 1 : 0) + 0.5 * random.nextGaussian();
          images.putScalar(new int[] {i, 0, y, x}, value);
        }
      }
    }
    return new DataSet(images, labels);
  }

  /** Asserts that so many steps of training halve the score of some data. */
  static void assertLearns(
      ToDoubleFunction<DataSet> score, DataSet data, int steps, IntConsumer training) {
    double before = score.applyAsDouble(data);
    for (int step = 0; step < steps; step++) {
      training.accept(step);
    }
    double after = score.applyAsDouble(data);
    assertTrue(after < before / 2, before + " -> " + after);
  }
}
