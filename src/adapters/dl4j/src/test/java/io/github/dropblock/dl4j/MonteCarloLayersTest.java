package io.github.dropblock.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.Dropout;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Layers with a way of their own to their input. */
class MonteCarloLayersTest {
  /** Its input has no workspace of its own in a graph. The score is that of the plain input. */
  @Test
  void anOutputLayersInputIsDropped() {
    MultiLayerNetwork network =
        Networks.chain(
            Networks.defaults(),
            InputType.feedForward(5),
            new DenseLayer.Builder().nOut(8).build(),
            new DropoutLayer(DropBlockDropout.of(1, 1, 1)));
    network.getLayer(2).conf().getLayer().setIDropout(DropBlockDropout.of(Dropout.of(.5, 7)));
    DataSet data =
        new DataSet(Nd4j.rand(DataType.FLOAT, 6, 5), Nd4j.ones(DataType.FLOAT, 6, 4).div(4));
    ComputationGraph graph = network.toComputationGraph();
    double score = network.score(data);
    assertEquals(2, MonteCarloDropping.enable(network));
    assertEquals(Draws.COUNT, Draws.distinct(() -> network.output(data.getFeatures())));
    assertEquals(score, network.score(data));
    assertEquals(2, MonteCarloDropping.enable(graph));
    assertEquals(Draws.COUNT, Draws.distinct(() -> graph.outputSingle(data.getFeatures())));
    network.fit(data);
    graph.fit(data);
    assertEquals(network.params(), graph.params());
  }

  @Test
  void recurrentNetworksDropInEachTimeStep() {
    DropBlockDropout dropout = DropBlockDropout.of(Dropout.of(.5, 3));
    MultiLayerNetwork network =
        Networks.chain(
            Networks.defaults(),
            InputType.recurrent(6, 10),
            new LSTM.Builder().nOut(8).dropOut(dropout).build(),
            new LastTimeStep(new LSTM.Builder().nOut(8).dropOut(dropout).build()));
    INDArray x = Nd4j.rand(DataType.FLOAT, 2, 6, 10);
    assertEquals(2, MonteCarloDropping.enable(network));
    assertEquals(Draws.COUNT, Draws.distinct(() -> network.output(x)));
    network.fit(x, Nd4j.ones(DataType.FLOAT, 2, Networks.CLASSES));
    assertEquals(
        Draws.COUNT,
        Draws.distinct(
            () -> {
              network.rnnClearPreviousState();
              return network.rnnTimeStep(x);
            }));
  }
}
