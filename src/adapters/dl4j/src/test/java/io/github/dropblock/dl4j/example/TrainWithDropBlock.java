package io.github.dropblock.dl4j.example;

import io.github.dropblock.dl4j.DropBlockDropout;
import io.github.dropblock.schedule.KeepProbSchedule;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

/** A small network with DropBlock after its first convolution, on random data. */
public class TrainWithDropBlock {
  public static void main(String[] args) {
    int steps = 20;
    var dropBlock =
        DropBlockDropout.of(0.9, 5, 42).withSchedule(KeepProbSchedule.linear(1.0, 0.9, steps));
    var configuration =
        new NeuralNetConfiguration.Builder()
            .updater(new Adam(0.01))
            .convolutionMode(ConvolutionMode.Same)
            .activation(Activation.RELU)
            .list()
            .layer(new ConvolutionLayer.Builder(3, 3).nOut(16).build())
            .layer(new DropoutLayer(dropBlock))
            .layer(new ConvolutionLayer.Builder(3, 3).nOut(16).build())
            .layer(new GlobalPoolingLayer())
            .layer(new OutputLayer.Builder().nOut(10).activation(Activation.SOFTMAX).build())
            .setInputType(InputType.convolutional(14, 14, 1))
            .build();
    var network = new MultiLayerNetwork(configuration);
    network.init();
    var images = Nd4j.rand(DataType.FLOAT, new long[] {30, 1, 14, 14});
    var labels = Nd4j.eye(10).castTo(DataType.FLOAT).repeat(0, 3);
    for (int step = 0; step < steps; step++) {
      network.fit(images, labels);
    }
    System.out.println("score " + network.score());
  }
}
