package io.github.dropblock.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.DropBlock;
import io.github.dropblock.ScheduledRegularizer;
import io.github.dropblock.schedule.KeepProbSchedule;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Networks that drop at inference on demand. */
class MonteCarloDroppingTest {
  @TempDir Path folder;

  /** What the documents say of the engine's own passes in training mode. */
  @Test
  void theEnginesPassesInTrainingModeDrawOneMask() {
    MultiLayerNetwork network = Draws.chain();
    INDArray x = Draws.images();
    assertEquals(1, Draws.distinct(() -> network.output(x, true)));
    assertEquals(1, Draws.distinct(() -> network.feedForward(x, true).get(4)));
    assertEquals(
        1,
        IntStream.range(0, Draws.COUNT)
            .mapToDouble(i -> network.score(Networks.squares(8, 2), true))
            .distinct()
            .count());
  }

  @Test
  void eachOutputOfAChainHasAnotherMask() {
    MultiLayerNetwork network = Draws.chain();
    network.fit(Networks.squares(8, 1));
    INDArray x = Draws.images();
    INDArray plain = network.output(x);
    assertEquals(3, MonteCarloDropping.enable(network));
    assertTrue(MonteCarloDropping.isEnabled(network));
    assertEquals(Draws.COUNT, Draws.distinct(() -> network.output(x)));
    assertEquals(Draws.COUNT, Draws.distinct(() -> network.feedForward(x, false).get(3)));
    assertEquals(1, Draws.distinct(() -> network.feedForward(x, false).get(2)), "normalization");
    MonteCarloDropping.disable(network);
    assertFalse(MonteCarloDropping.isEnabled(network));
    assertEquals(plain, network.output(x));
    assertEquals(1, Draws.distinct(() -> network.output(x)));
  }

  @Test
  void eachOutputOfAGraphHasAnotherMask() {
    ComputationGraph graph = Networks.residual(Networks.defaults(), Draws.DROPOUT);
    INDArray x = Draws.images();
    INDArray plain = graph.outputSingle(x);
    assertEquals(2, MonteCarloDropping.enable(graph));
    assertEquals(Draws.COUNT, Draws.distinct(() -> graph.outputSingle(x)));
    MonteCarloDropping.disable(graph);
    assertEquals(plain, graph.outputSingle(x));
    assertSame(graph.getLayer("drop"), graph.getVertex("drop").getLayer());
    assertTrue(Arrays.asList(graph.getLayers()).contains(graph.getLayer("drop")));
  }

  @Test
  void drawsBeginAtZeroAgain() {
    MultiLayerNetwork network = Draws.chain();
    INDArray x = Draws.images();
    MonteCarloDropping.enable(network);
    INDArray first = network.output(x);
    assertNotEquals(first, network.output(x));
    MonteCarloDropping.enable(network);
    assertEquals(first, network.output(x));
    MultiLayerNetwork same = Draws.chain();
    MonteCarloDropping.enable(same);
    assertEquals(first, same.output(x));
  }

  /** The network's iteration chooses keepProb, the number of the layer its masks. */
  @Test
  void masksAreThoseOfPlainJava() {
    KeepProbSchedule linear = KeepProbSchedule.linear(1, .6, 4);
    DropBlock dropBlock = DropBlock.builder().blockSize(2).seed(42).build();
    DropBlockDropout dropout = DropBlockDropout.of(dropBlock).withSchedule(linear);
    MultiLayerNetwork network =
        Networks.chain(
            Networks.defaults(),
            InputType.convolutional(9, 9, 3),
            new DropoutLayer(dropout),
            new DropoutLayer(dropout));
    INDArray x = Nd4j.ones(DataType.FLOAT, 4, 3, 9, 9);
    network.fit(x, Nd4j.zeros(DataType.FLOAT, 4, Networks.CLASSES));
    network.fit(x, Nd4j.zeros(DataType.FLOAT, 4, Networks.CLASSES));
    MonteCarloDropping.enable(network);
    ScheduledRegularizer plain = ScheduledRegularizer.of(dropBlock, linear);
    for (int draw = 0; draw < 3; draw++) {
      INDArray expected = x.dup();
      for (int use = 0; use < 2; use++) {
        plain
            .at(2, use)
            .forInference()
            .sample(Layouts.shape(x, DataLayout.CHANNELS_FIRST), draw)
            .applyInPlace(expected.data().asNioFloat());
      }
      assertEquals(expected, network.feedForward(x, false).get(2));
    }
    assertEquals(1, x.minNumber().floatValue(), "the input stays");
  }

  @Test
  void copiesAndSavedNetworksAreNotEnabled() throws Exception {
    MultiLayerNetwork network = Draws.chain();
    INDArray plain = network.output(Draws.images());
    MonteCarloDropping.enable(network);
    MultiLayerNetwork copy = network.clone();
    assertFalse(MonteCarloDropping.isEnabled(copy));
    assertEquals(plain, copy.output(Draws.images()));
    File file = folder.resolve("network.zip").toFile();
    ModelSerializer.writeModel(network, file, true);
    MultiLayerNetwork restored = ModelSerializer.restoreMultiLayerNetwork(file, true);
    assertEquals(plain, restored.output(Draws.images()));
    MonteCarloDropping.enable(restored);
    MonteCarloDropping.enable(network);
    assertEquals(network.output(Draws.images()), restored.output(Draws.images()));
  }

  @Test
  void networksWithoutADropoutAreRefused() {
    DropBlockDropout none = null;
    MultiLayerNetwork without =
        Networks.chain(Networks.defaults(), InputType.feedForward(3), new DropoutLayer(none));
    assertRefused("DropBlockDropout", without);
    assertRefused("init()", null);
    assertRefused("init()", new MultiLayerNetwork(without.getLayerWiseConfigurations()));
    MultiLayerNetwork both =
        Networks.chain(
            Networks.defaults(),
            InputType.recurrent(6, 10),
            new Bidirectional(new LSTM.Builder().nOut(8).dropOut(Draws.DROPOUT).build()),
            new GlobalPoolingLayer());
    assertRefused("Bidirectional", both);
    assertThrows(
        IllegalArgumentException.class, () -> MonteCarloDropping.sample(Draws.chain(), null, 2));
    assertThrows(
        IllegalArgumentException.class,
        () -> MonteCarloDropping.sample(Draws.chain(), Draws.images(), 0));
  }

  private static void assertRefused(String part, Model network) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> MonteCarloDropping.enable(network))
            .getMessage();
    assertTrue(message.contains(part), message);
  }
}
