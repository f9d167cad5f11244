package io.github.dropblock.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.DropBlock;
import io.github.dropblock.Dropout;
import io.github.dropblock.MonteCarlo;
import io.github.dropblock.ScheduledRegularizer;
import io.github.dropblock.schedule.KeepProbSchedule;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.transferlearning.TransferLearning;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Networks that drop at inference on demand. */
class MonteCarloDroppingTest {
  private static final int DRAWS = 20;
  private static final DropBlockDropout DROPOUT = DropBlockDropout.of(.7, 3, 1);

  @TempDir Path folder;

  private static MultiLayerNetwork chain() {
    return Networks.chain(
        Networks.defaults(),
        InputType.convolutional(Networks.SIDE, Networks.SIDE, 1),
        Networks.convolution(8).build(),
        new BatchNormalization(),
        new DropoutLayer(DROPOUT),
        Networks.convolution(8).dropOut(DROPOUT).build(),
        new DenseLayer.Builder().nOut(8).dropOut(DROPOUT).build());
  }

  private static INDArray images() {
    return Networks.squares(8, 2).getFeatures();
  }

  private static long distinct(Supplier<INDArray> output) {
    return IntStream.range(0, DRAWS).mapToObj(i -> output.get().toStringFull()).distinct().count();
  }

  /** What the documents say of the engine's own passes in training mode. */
  @Test
  void theEnginesPassesInTrainingModeDrawOneMask() {
    MultiLayerNetwork network = chain();
    INDArray x = images();
    assertEquals(1, distinct(() -> network.output(x, true)));
    assertEquals(1, distinct(() -> network.feedForward(x, true).get(4)));
    assertEquals(
        1,
        IntStream.range(0, DRAWS)
            .mapToDouble(i -> network.score(Networks.squares(8, 2), true))
            .distinct()
            .count());
  }

  @Test
  void eachOutputOfAChainHasAnotherMask() {
    MultiLayerNetwork network = chain();
    network.fit(Networks.squares(8, 1));
    INDArray x = images();
    INDArray plain = network.output(x);
    assertEquals(3, MonteCarloDropping.enable(network));
    assertTrue(MonteCarloDropping.isEnabled(network));
    assertEquals(DRAWS, distinct(() -> network.output(x)));
    assertEquals(DRAWS, distinct(() -> network.feedForward(x, false).get(3)));
    assertEquals(1, distinct(() -> network.feedForward(x, false).get(2)), "normalization");
    MonteCarloDropping.disable(network);
    assertFalse(MonteCarloDropping.isEnabled(network));
    assertEquals(plain, network.output(x));
    assertEquals(1, distinct(() -> network.output(x)));
  }

  @Test
  void eachOutputOfAGraphHasAnotherMask() {
    ComputationGraph graph = Networks.residual(Networks.defaults(), DROPOUT);
    INDArray x = images();
    INDArray plain = graph.outputSingle(x);
    assertEquals(2, MonteCarloDropping.enable(graph));
    assertEquals(DRAWS, distinct(() -> graph.outputSingle(x)));
    MonteCarloDropping.disable(graph);
    assertEquals(plain, graph.outputSingle(x));
    assertSame(graph.getLayer("drop"), graph.getVertex("drop").getLayer());
    assertTrue(Arrays.asList(graph.getLayers()).contains(graph.getLayer("drop")));
  }

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
    assertEquals(DRAWS, distinct(() -> network.output(data.getFeatures())));
    assertEquals(score, network.score(data));
    assertEquals(2, MonteCarloDropping.enable(graph));
    assertEquals(DRAWS, distinct(() -> graph.outputSingle(data.getFeatures())));
    network.fit(data);
    graph.fit(data);
    assertEquals(network.params(), graph.params());
  }

  @Test
  void drawsBeginAtZeroAgain() {
    MultiLayerNetwork network = chain();
    INDArray x = images();
    MonteCarloDropping.enable(network);
    INDArray first = network.output(x);
    assertNotEquals(first, network.output(x));
    MonteCarloDropping.enable(network);
    assertEquals(first, network.output(x));
    MultiLayerNetwork same = chain();
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
  void trainingStaysAsItWas() {
    MultiLayerNetwork expected = chain();
    MultiLayerNetwork network = chain();
    for (int step = 0; step < 4; step++) {
      expected.fit(Networks.squares(8, step));
      MonteCarloDropping.enable(network);
      network.output(images());
      network.fit(Networks.squares(8, step));
      network.output(images());
      if (step % 2 == 0) {
        MonteCarloDropping.disable(network);
      }
    }
    assertEquals(expected.params(), network.params());
    assertEquals(expected.getLayerWiseConfigurations(), network.getLayerWiseConfigurations());
  }

  @Test
  void trainingOfAGraphStaysAsItWas() {
    ComputationGraph expected = Networks.residual(Networks.defaults(), DROPOUT);
    ComputationGraph graph = Networks.residual(Networks.defaults(), DROPOUT);
    MonteCarloDropping.enable(graph);
    for (int step = 0; step < 4; step++) {
      expected.fit(Networks.squares(8, step));
      graph.outputSingle(images());
      graph.fit(Networks.squares(8, step));
    }
    assertEquals(expected.params(), graph.params());
  }

  @Test
  void copiesAndSavedNetworksAreNotEnabled() throws Exception {
    MultiLayerNetwork network = chain();
    INDArray plain = network.output(images());
    MonteCarloDropping.enable(network);
    MultiLayerNetwork copy = network.clone();
    assertFalse(MonteCarloDropping.isEnabled(copy));
    assertEquals(plain, copy.output(images()));
    File file = folder.resolve("network.zip").toFile();
    ModelSerializer.writeModel(network, file, true);
    MultiLayerNetwork restored = ModelSerializer.restoreMultiLayerNetwork(file, true);
    assertEquals(plain, restored.output(images()));
    MonteCarloDropping.enable(restored);
    MonteCarloDropping.enable(network);
    assertEquals(network.output(images()), restored.output(images()));
  }

  /** The gradient of the input: that of the mask of the inference pass. */
  @Test
  void aBackwardPassUsesTheMaskOfItsForwardPass() {
    MultiLayerNetwork network =
        Networks.chain(
            Networks.defaults(), InputType.convolutional(9, 9, 3), new DropoutLayer(DROPOUT));
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
    assertEquals(DRAWS, distinct(() -> network.output(x)));
    network.fit(x, Nd4j.ones(DataType.FLOAT, 2, Networks.CLASSES));
    assertEquals(
        DRAWS,
        distinct(
            () -> {
              network.rnnClearPreviousState();
              return network.rnnTimeStep(x);
            }));
  }

  @Test
  void frozenLayersOfTransferLearningDropAtInferenceOnly() {
    MultiLayerNetwork expected =
        new TransferLearning.Builder(chain()).setFeatureExtractor(3).build();
    MultiLayerNetwork network =
        new TransferLearning.Builder(chain()).setFeatureExtractor(3).build();
    Layer frozen = network.getLayer(2);
    assertEquals(3, MonteCarloDropping.enable(network));
    assertEquals(DRAWS, distinct(() -> network.feedForward(images(), false).get(3)));
    for (int step = 0; step < 3; step++) {
      expected.fit(Networks.squares(8, step));
      network.fit(Networks.squares(8, step));
    }
    assertEquals(expected.params(), network.params());
    MonteCarloDropping.disable(network);
    assertSame(frozen, network.getLayer(2));
    assertEquals(expected.output(images()), network.output(images()));
  }

  @Test
  void samplesGiveTheLibrarysMeasures() {
    MultiLayerNetwork network = chain();
    INDArray x = images();
    MonteCarlo outputs = MonteCarloDropping.sample(network, x, DRAWS);
    assertFalse(MonteCarloDropping.isEnabled(network));
    assertEquals(DRAWS, outputs.draws());
    Tensor variance = outputs.variance();
    assertEquals(Shape.nc(8, Networks.CLASSES), variance.shape());
    MonteCarlo probabilities = MonteCarloDropping.sampleProbabilities(network, x, DRAWS);
    assertArrayEquals(outputs.mean().data(), probabilities.mean().data());
    assertEquals(entropyOfMean(outputs), sum(probabilities.entropy()), 1e-4);
    float[] disagreement = probabilities.mutualInformation().data();
    assertEquals(8, disagreement.length);
    for (float information : disagreement) {
      assertTrue(information > 0 && information < Math.log(Networks.CLASSES));
    }
    MonteCarloDropping.enable(network);
    INDArray sum = Nd4j.zeros(DataType.FLOAT, 8, Networks.CLASSES);
    for (int i = 0; i < DRAWS; i++) {
      sum.addi(network.output(x));
    }
    float[] mean = sum.divi(DRAWS).dup('c').reshape(-1).toFloatVector();
    for (int i = 0; i < mean.length; i++) {
      assertEquals(mean[i], outputs.mean().data()[i], 1e-5f);
      assertTrue(variance.data()[i] > 0);
    }
  }

  private static double sum(Tensor values) {
    double sum = 0;
    for (float value : values.data()) {
      sum += value;
    }
    return sum;
  }

  private static double entropyOfMean(MonteCarlo outputs) {
    double sum = 0;
    for (float p : outputs.mean().data()) {
      sum -= p * Math.log(p);
    }
    return sum;
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
            new Bidirectional(new LSTM.Builder().nOut(8).dropOut(DROPOUT).build()),
            new GlobalPoolingLayer());
    assertRefused("Bidirectional", both);
    assertThrows(IllegalArgumentException.class, () -> MonteCarloDropping.sample(chain(), null, 2));
    assertThrows(
        IllegalArgumentException.class, () -> MonteCarloDropping.sample(chain(), images(), 0));
  }

  private static void assertRefused(String part, Model network) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> MonteCarloDropping.enable(network))
            .getMessage();
    assertTrue(message.contains(part), message);
  }
}
