package io.github.dropblock.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.Dropout;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.transferlearning.TransferLearning;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
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

  /** A dense layer computes its activations again in the backward pass, and dropped twice once. */
  @Test
  void aDenseLayerUsesTheMaskOfItsForwardPass() {
    MultiLayerNetwork network =
        Networks.chain(
            Networks.defaults(),
            InputType.feedForward(40),
            new DenseLayer.Builder()
                .nOut(1)
                .activation(Activation.IDENTITY)
                .dropOut(DropBlockDropout.of(Dropout.of(.5, 7)))
                .build());
    network.initGradientsView();
    MonteCarloDropping.enable(network);
    Layer layer = network.getLayer(0);
    layer.getParam("W").assign(1);
    INDArray x = Nd4j.ones(DataType.FLOAT, 1, 40);
    INDArray error = Nd4j.ones(DataType.FLOAT, 1, 1);
    LayerWorkspaceMgr pass = LayerWorkspaceMgr.noWorkspaces();
    for (int draw = 0; draw < 3; draw++) {
      float sum = layer.activate(x, false, pass).getFloat(0);
      var gradients = layer.backpropGradient(error, pass);
      INDArray ofInput = gradients.getSecond();
      // Each weight is 1, so the output is the sum of the multipliers, as is the gradient's.
      assertEquals(sum, ofInput.sumNumber().floatValue(), 1e-4f);
      assertTrue(ofInput.eq(0).any());
      INDArray ofWeights = gradients.getFirst().getGradientFor("W");
      assertEquals(ofInput.ravel(), ofWeights.ravel());
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
