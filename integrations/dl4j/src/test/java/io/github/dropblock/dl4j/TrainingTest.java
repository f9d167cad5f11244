package io.github.dropblock.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.SpatialDropout;
import io.github.dropblock.schedule.KeepProbSchedule;
import java.io.IOException;
import java.nio.file.Path;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Networks train, are saved, and go on as if they had not stopped. */
class TrainingTest {
  private static final DropBlockDropout DROP_BLOCK = DropBlockDropout.of(.9, 3, 42);
  private static final DropBlockDropout SCHEDULED =
      DROP_BLOCK.withSchedule(KeepProbSchedule.linear(1, .7, 20));

  private static MultiLayerNetwork network() {
    return Networks.cnn(
        DROP_BLOCK.forLayer(0),
        SCHEDULED.forLayer(1),
        DropBlockDropout.of(SpatialDropout.of(.9, 7)),
        DROP_BLOCK.forLayer(3));
  }

  @Test
  void aSmallNetworkLearns() {
    MultiLayerNetwork network = network();
    DataSet data = Networks.squares(48, 1, CNN2DFormat.NCHW);
    double before = network.score(data);
    for (int i = 0; i < 40; i++) {
      network.fit(data);
    }
    double after = network.score(data);
    assertTrue(after < .7 * before, before + " -> " + after);
  }

  @Test
  void channelsLastLearnToo() {
    DropBlockDropout last = SCHEDULED.withLayout(DataLayout.CHANNELS_LAST);
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            Networks.configuration(
                CNN2DFormat.NHWC, last, last.forLayer(1), last.forLayer(2), last.forLayer(3)));
    network.init();
    DataSet data = Networks.squares(48, 1, CNN2DFormat.NHWC);
    double before = network.score(data);
    for (int i = 0; i < 20; i++) {
      network.fit(data);
    }
    assertTrue(network.score(data) < .9 * before, before + " -> " + network.score(data));
  }

  @Test
  void evaluationDropsNothing() {
    MultiLayerNetwork network = network();
    MultiLayerNetwork plain = Networks.cnn(null, null, null, null);
    plain.setParams(network.params().dup());
    INDArray x = Networks.squares(8, 2, CNN2DFormat.NCHW).getFeatures();
    assertEquals(plain.output(x), network.output(x));
    assertNotEquals(plain.output(x), network.output(x, true));
    assertEquals(plain.output(x), network.output(x, false));
  }

  @Test
  void aSavedNetworkGoesOnIdentically(@TempDir Path folder) throws IOException {
    MultiLayerNetwork uninterrupted = network();
    MultiLayerNetwork stopped = network();
    train(uninterrupted, 0, 6);
    train(stopped, 0, 3);
    stopped.save(folder.resolve("network.zip").toFile(), true);
    MultiLayerNetwork resumed =
        MultiLayerNetwork.load(folder.resolve("network.zip").toFile(), true);
    train(resumed, 3, 6);
    assertEquals(uninterrupted.params(), resumed.params());
    assertEquals(uninterrupted.score(), resumed.score());
  }

  private static void train(MultiLayerNetwork network, int from, int to) {
    for (int i = from; i < to; i++) {
      network.fit(Networks.squares(16, i, CNN2DFormat.NCHW));
    }
  }

  @Test
  void aClonedNetworkGoesOnIdentically() {
    MultiLayerNetwork network = network();
    train(network, 0, 2);
    MultiLayerNetwork clone = network.clone();
    train(network, 2, 4);
    train(clone, 2, 4);
    assertEquals(network.params(), clone.params());
  }

  @Test
  void aGraphWithASkipConnectionLearns(@TempDir Path folder) throws IOException {
    ComputationGraph graph = new ComputationGraph(residual());
    graph.init();
    DataSet data = Networks.squares(48, 1, CNN2DFormat.NCHW);
    double before = graph.score(data);
    for (int i = 0; i < 20; i++) {
      graph.fit(data);
    }
    graph.save(folder.resolve("graph.zip").toFile(), true);
    ComputationGraph resumed = ComputationGraph.load(folder.resolve("graph.zip").toFile(), true);
    for (int i = 0; i < 20; i++) {
      graph.fit(data);
      resumed.fit(data);
    }
    assertTrue(graph.score(data) < .7 * before, before + " -> " + graph.score(data));
    assertEquals(graph.params(), resumed.params());
  }

  /** One residual block: DropBlock after the convolution and on the skip connection. */
  private static ComputationGraphConfiguration residual() {
    return new NeuralNetConfiguration.Builder()
        .seed(1)
        .updater(new Adam(0.01))
        .convolutionMode(ConvolutionMode.Same)
        .activation(Activation.RELU)
        .graphBuilder()
        .addInputs("in")
        .layer("stem", convolution(), "in")
        .layer("conv", convolution(), "stem")
        .layer("drop", new DropoutLayer(SCHEDULED.forLayer(0)), "conv")
        .layer("dropSkip", new DropoutLayer(SCHEDULED.forLayer(1)), "stem")
        .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "drop", "dropSkip")
        .layer("pool", new GlobalPoolingLayer(), "sum")
        .layer(
            "out",
            new OutputLayer.Builder(LossFunction.MCXENT)
                .nOut(Networks.CLASSES)
                .activation(Activation.SOFTMAX)
                .build(),
            "pool")
        .setOutputs("out")
        .setInputTypes(InputType.convolutional(Networks.SIDE, Networks.SIDE, 1))
        .build();
  }

  private static ConvolutionLayer convolution() {
    return new ConvolutionLayer.Builder(3, 3).nOut(8).build();
  }
}
