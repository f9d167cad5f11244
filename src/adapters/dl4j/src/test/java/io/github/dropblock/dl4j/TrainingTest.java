package io.github.dropblock.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.dropblock.schedule.KeepProbSchedule;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** Networks learn, and drop in training only. */
class TrainingTest {
  private static final DropBlockDropout DROP_BLOCK =
      DropBlockDropout.of(.9, 3, 42).withSchedule(KeepProbSchedule.linear(1, .9, 60));
  private static final DropBlockDropout NOTHING = DropBlockDropout.of(1, 3, 42);

  @Test
  void aChainOfLayersLearns() {
    MultiLayerNetwork network = Networks.cnn(DROP_BLOCK);
    DataSet fresh = Networks.squares(100, 1000);
    Networks.assertLearns(network::score, fresh, 80, i -> network.fit(Networks.squares(32, i)));
  }

  @Test
  void aGraphWithASkipConnectionLearns() {
    ComputationGraph graph = Networks.residual(Networks.defaults(), DROP_BLOCK);
    DataSet fresh = Networks.squares(100, 1000);
    Networks.assertLearns(graph::score, fresh, 80, i -> graph.fit(Networks.squares(32, i)));
  }

  @Test
  void evaluationDropsNothing() {
    MultiLayerNetwork network = Networks.cnn(DropBlockDropout.of(.5, 3, 42));
    MultiLayerNetwork plain = Networks.cnn(NOTHING);
    INDArray x = Networks.squares(8, 2).getFeatures();
    for (int round = 0; round < 2; round++) {
      plain.setParams(network.params().dup());
      assertEquals(plain.output(x), network.output(x));
      assertEquals(plain.output(x), network.output(x, false));
      assertEquals(plain.output(x), plain.output(x, true));
      assertNotEquals(plain.output(x), network.output(x, true));
      network.fit(Networks.squares(8, 3));
    }
  }

  @Test
  void evaluationOfAGraphDropsNothing() {
    ComputationGraph graph = Networks.residual(Networks.defaults(), DropBlockDropout.of(.5, 3, 42));
    ComputationGraph plain = Networks.residual(Networks.defaults(), NOTHING);
    plain.setParams(graph.params().dup());
    INDArray x = Networks.squares(8, 2).getFeatures();
    assertEquals(plain.outputSingle(x), graph.outputSingle(x));
    assertEquals(plain.outputSingle(true, x), plain.outputSingle(x));
    assertNotEquals(plain.outputSingle(x), graph.outputSingle(true, x));
  }

  /** The input of a network is the caller's. */
  @Test
  void theDataStayAsTheyWere() {
    MultiLayerNetwork network = Networks.cnn(DropBlockDropout.of(.5, 3, 42));
    network.getLayer(0).conf().getLayer().setIDropout(DropBlockDropout.of(.5, 3, 1));
    DataSet data = Networks.squares(8, 2);
    INDArray before = data.getFeatures().dup();
    network.fit(data);
    assertEquals(before, data.getFeatures());
  }
}
