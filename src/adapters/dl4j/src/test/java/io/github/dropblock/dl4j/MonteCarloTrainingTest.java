package io.github.dropblock.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.transferlearning.TransferLearning;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Training of networks that drop at inference. */
class MonteCarloTrainingTest {
  @Test
  void trainingStaysAsItWas() {
    MultiLayerNetwork expected = Draws.chain();
    MultiLayerNetwork network = Draws.chain();
    for (int step = 0; step < 4; step++) {
      expected.fit(Networks.squares(8, step));
      MonteCarloDropping.enable(network);
      network.output(Draws.images());
      network.fit(Networks.squares(8, step));
      network.output(Draws.images());
      if (step % 2 == 0) {
        MonteCarloDropping.disable(network);
      }
    }
    assertEquals(expected.params(), network.params());
    assertEquals(expected.getLayerWiseConfigurations(), network.getLayerWiseConfigurations());
  }

  @Test
  void trainingOfAGraphStaysAsItWas() {
    ComputationGraph expected = Networks.residual(Networks.defaults(), Draws.DROPOUT);
    ComputationGraph graph = Networks.residual(Networks.defaults(), Draws.DROPOUT);
    MonteCarloDropping.enable(graph);
    for (int step = 0; step < 4; step++) {
      expected.fit(Networks.squares(8, step));
      graph.outputSingle(Draws.images());
      graph.fit(Networks.squares(8, step));
    }
    assertEquals(expected.params(), graph.params());
  }

  /** The gradient of the input: that of the mask of the inference pass. */
  @Test
  void aBackwardPassUsesTheMaskOfItsForwardPass() {
    MultiLayerNetwork network =
        Networks.chain(
            Networks.defaults(), InputType.convolutional(9, 9, 3), new DropoutLayer(Draws.DROPOUT));
    INDArray x = Nd4j.ones(DataType.FLOAT, 4, 3, 9, 9);
    MonteCarloDropping.enable(network);
    Layer layer = network.getLayer(0);
    LayerWorkspaceMgr pass = LayerWorkspaceMgr.noWorkspaces();
    for (int draw = 0; draw < 3; draw++) {
      INDArray y = layer.activate(x, false, pass).dup();
      assertEquals(y, layer.backpropGradient(x, pass).getSecond());
      INDArray trained = layer.activate(x, true, pass).dup();
      assertNotEquals(y, trained);
      assertEquals(trained, layer.backpropGradient(x, pass).getSecond());
    }
  }

  @Test
  void frozenLayersOfTransferLearningDropAtInferenceOnly() {
    MultiLayerNetwork expected =
        new TransferLearning.Builder(Draws.chain()).setFeatureExtractor(3).build();
    MultiLayerNetwork network =
        new TransferLearning.Builder(Draws.chain()).setFeatureExtractor(3).build();
    Layer frozen = network.getLayer(2);
    assertEquals(3, MonteCarloDropping.enable(network));
    assertEquals(
        Draws.COUNT, Draws.distinct(() -> network.feedForward(Draws.images(), false).get(3)));
    for (int step = 0; step < 3; step++) {
      expected.fit(Networks.squares(8, step));
      network.fit(Networks.squares(8, step));
    }
    assertEquals(expected.params(), network.params());
    MonteCarloDropping.disable(network);
    assertSame(frozen, network.getLayer(2));
    assertEquals(expected.output(Draws.images()), network.output(Draws.images()));
  }
}
