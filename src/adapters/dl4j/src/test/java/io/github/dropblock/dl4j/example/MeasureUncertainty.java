package io.github.dropblock.dl4j.example;

import io.github.dropblock.MonteCarlo;
import io.github.dropblock.dl4j.DropBlockDropout;
import io.github.dropblock.dl4j.MonteCarloDropping;
import io.github.dropblock.tensor.Tensor;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** How certain a network is of its classes, by sampling. */
public class MeasureUncertainty {
  public static void main(String[] args) {
    var network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .list()
                .layer(new ConvolutionLayer.Builder(3, 3).nOut(16).build())
                .layer(new DropoutLayer(DropBlockDropout.of(0.9, 5, 42)))
                .layer(new OutputLayer.Builder().nOut(10).activation(Activation.SOFTMAX).build())
                .setInputType(InputType.convolutional(14, 14, 1))
                .build());
    network.init();
    var images = Nd4j.rand(DataType.FLOAT, new long[] {3, 1, 14, 14});
    MonteCarlo outputs = MonteCarloDropping.sampleProbabilities(network, images, 50);
    Tensor mean = outputs.mean(); // And variance(), per image and class.
    Tensor entropy = outputs.entropy(); // The uncertainty of each image.
    Tensor disagreement = outputs.mutualInformation(); // Large for images unlike the training's.
    for (int image = 0; image < 3; image++) {
      float first = mean.data()[image * 10];
      float uncertainty = entropy.data()[image];
      System.out.printf(
          "image %d: %.3f %.3f %.3f%n", image, first, uncertainty, disagreement.data()[image]);
    }
  }
}
