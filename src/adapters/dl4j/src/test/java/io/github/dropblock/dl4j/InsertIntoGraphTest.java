package io.github.dropblock.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.DropBlock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.NoOp;

/** Dropout layers in graphs that were written without them. */
class InsertIntoGraphTest {
  private static final DropBlockDropout DROPOUT =
      DropBlockDropout.of(DropBlock.builder().keepProb(.7).blockSize(2).seed(5).build());

  /** Two residual blocks, the second after a vertex and a layer whose memory others read. */
  private static ComputationGraphConfiguration plain(NeuralNetConfiguration.Builder builder) {
    return builder
        .graphBuilder()
        .addInputs("in")
        .layer("stem", Networks.convolution(3).build(), "in")
        .layer("conv1", Networks.convolution(3).build(), "stem")
        .layer("norm1", new BatchNormalization(), "conv1")
        .addVertex("sum1", new ElementWiseVertex(ElementWiseVertex.Op.Add), "norm1", "stem")
        .addVertex("merge", new MergeVertex(), "sum1")
        .layer("lrn", new LocalResponseNormalization.Builder().build(), "merge")
        .layer("conv2", Networks.convolution(3).build(), "lrn")
        .layer("act2", new ActivationLayer(Activation.TANH), "conv2")
        .addVertex("sum2", new ElementWiseVertex(ElementWiseVertex.Op.Add), "act2", "lrn", "sum1")
        .layer("pool", new SubsamplingLayer.Builder(4, 4).stride(4, 4).build(), "sum2")
        .layer("out", Networks.output(), "pool")
        .setOutputs("out")
        .setInputTypes(InputType.convolutional(Networks.SIDE, Networks.SIDE, 1))
        .build();
  }

  private static ComputationGraphConfiguration plain() {
    return plain(Networks.defaults());
  }

  private static ComputationGraph network(ComputationGraphConfiguration configuration) {
    ComputationGraph network = new ComputationGraph(configuration);
    network.init();
    return network;
  }

  /** By name, in the order of the forward pass. */
  private static List<String> dropped(ComputationGraphConfiguration configuration) {
    new ComputationGraph(configuration).calculateIndices();
    return configuration.getTopologicalOrderStr().stream()
        .filter(name -> dropout(configuration.getVertices().get(name)) != null)
        .toList();
  }

  private static DropBlockDropout dropout(GraphVertex vertex) {
    return vertex instanceof LayerVertex layer
        ? (DropBlockDropout) layer.getLayerConf().getLayer().getIDropout()
        : null;
  }

  private static List<Long> seeds(ComputationGraphConfiguration configuration) {
    List<Long> seeds = new ArrayList<>();
    for (String name : dropped(configuration)) {
      DropBlockDropout dropout = dropout(configuration.getVertices().get(name));
      seeds.add(dropout.hook().settings().seed());
    }
    return seeds;
  }

  @Test
  void allReadersOfAPlaceReadTheDroppedOutput() {
    ComputationGraphConfiguration with = DropBlocks.insert(plain(), Where.named("stem"), DROPOUT);
    assertEquals(List.of("stem-drop"), dropped(with));
    assertEquals(List.of("stem"), with.getVertexInputs().get("stem-drop"));
    assertEquals(List.of("stem-drop"), with.getVertexInputs().get("conv1"));
    assertEquals(List.of("norm1", "stem-drop"), with.getVertexInputs().get("sum1"));
    assertFalse(with.getVertices().containsKey("stem-copy"));
  }

  @Test
  void aSkipConnectionIsDroppedForItsSumAlone() {
    ComputationGraphConfiguration with =
        DropBlocks.insert(plain(), Where.named("sum1").onInputs(), DROPOUT);
    assertEquals(2, dropped(with).size());
    assertEquals(
        List.of("sum1-input0-drop", "sum1-input1-drop"), with.getVertexInputs().get("sum1"));
    assertEquals(List.of("norm1"), with.getVertexInputs().get("sum1-input0-drop"));
    assertEquals(List.of("sum1-input1-copy"), with.getVertexInputs().get("sum1-input1-drop"));
    assertEquals(List.of("stem"), with.getVertexInputs().get("sum1-input1-copy"));
    assertEquals(List.of("stem"), with.getVertexInputs().get("conv1"));
  }

  @Test
  void theSameLayersAreFoundByNameIndexAndPredicate() {
    List<String> expected = List.of("stem-drop", "conv1-drop", "conv2-drop");
    List<String> names = new ArrayList<>(List.of("stem", "conv1", "conv2"));
    ComputationGraphConfiguration plain = plain();
    new ComputationGraph(plain).calculateIndices();
    int[] indices =
        names.stream().mapToInt(plain.getTopologicalOrderStr()::indexOf).map(i -> i - 1).toArray();
    for (Where where :
        List.of(
            Where.named("stem|conv."),
            Where.at(indices),
            Where.layers(layer -> layer instanceof ConvolutionLayer))) {
      assertEquals(expected, dropped(DropBlocks.insert(plain(), where, DROPOUT)));
    }
  }

  /** Where something is overwritten that is still read, the gradient is wrong. */
  @Test
  void gradientsAreRightWhereverLayersAreInserted() {
    Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
    try {
      for (Where where :
          List.of(
              Where.named("sum.").onInputs(),
              Where.named("conv.|norm.|act.|merge|lrn|sum."),
              Where.named("lrn|merge|conv.|pool|out").onInputs())) {
        NeuralNetConfiguration.Builder builder =
            Networks.defaults()
                .dataType(DataType.DOUBLE)
                .updater(new NoOp())
                .activation(Activation.TANH);
        ComputationGraph network = network(DropBlocks.insert(plain(builder), where, DROPOUT));
        INDArray labels = Nd4j.zeros(DataType.DOUBLE, 2, Networks.CLASSES);
        labels.putScalar(0, 1, 1);
        labels.putScalar(1, 3, 1);
        INDArray x = Nd4j.rand(DataType.DOUBLE, 2, 1, Networks.SIDE, Networks.SIDE);
        Differences.check(network, x, labels);
      }
    } finally {
      Nd4j.setDefaultDataTypes(DataType.FLOAT, DataType.FLOAT);
    }
  }

  @Test
  void theGivenConfigurationStaysAsItIs() {
    ComputationGraphConfiguration plain = plain();
    String before = plain.toJson();
    ComputationGraphConfiguration with =
        DropBlocks.insert(plain, Where.named(".*").onInputs(), DROPOUT);
    assertEquals(before, plain.toJson());
    assertNotEquals(plain, with);
    network(with).fit(Networks.squares(2, 1));
    assertEquals(before, plain.toJson());
  }

  @Test
  void eachPlaceHasASeedOfItsOwnOverSeveralCallsToo() {
    ComputationGraphConfiguration with =
        DropBlocks.insert(plain(), Where.named("sum.").onInputs(), DROPOUT);
    assertEquals(5, new HashSet<>(seeds(with)).size());
    with = DropBlocks.insert(with, Where.named("conv."), DROPOUT);
    assertEquals(7, new HashSet<>(seeds(with)).size());
    with = DropBlocks.insert(with, Where.named("conv."), DROPOUT);
    assertEquals(9, new HashSet<>(seeds(with)).size());
    assertTrue(dropped(with).containsAll(List.of("conv1-drop", "conv1-drop-2")));
  }

  /** Layers with one seed draw as its uses 0, 1 and so on, which no new layer may be. */
  @Test
  void layersThatWereThereKeepTheirMasks() {
    ComputationGraphConfiguration there =
        Networks.residual(Networks.defaults(), DROPOUT).getConfiguration();
    assertEquals(List.of(5L, 5L), seeds(there));
    ComputationGraphConfiguration with = DropBlocks.insert(there, Where.named("pool"), DROPOUT);
    DropBlockDropout added = dropout(with.getVertices().get("pool-drop"));
    assertEquals(DROPOUT.forLayer(2), added);
  }

  /** The engine would order the branches anew, and put the parameters into other layers. */
  @Test
  void parametersStayInTheirLayers() throws IOException {
    ComputationGraphConfiguration plain = branches();
    ComputationGraph without = network(plain);
    for (Where where : List.of(Where.named("b1"), Where.named("b.*|c.*|sum"))) {
      ComputationGraph with = network(DropBlocks.insert(plain, where, DROPOUT));
      with.setParams(without.params());
      assertEquals(without.paramTable(), with.paramTable());
      INDArray x = Networks.squares(3, 2).getFeatures();
      assertEquals(without.outputSingle(x), with.outputSingle(x));
      assertEquals(without.outputSingle(x), restored(with).outputSingle(x));
    }
  }

  private static ComputationGraphConfiguration branches() {
    return Networks.defaults()
        .graphBuilder()
        .addInputs("in")
        .layer("stem", Networks.convolution(3).build(), "in")
        .layer("b1", Networks.convolution(4).build(), "stem")
        .layer("c1", Networks.convolution(4).build(), "stem")
        .layer("b2", Networks.convolution(4).build(), "b1")
        .layer("c2", Networks.convolution(4).build(), "c1")
        .addVertex("sum", new ElementWiseVertex(ElementWiseVertex.Op.Add), "b2", "c2")
        .addVertex("scaled", new ScaleVertex(2), "sum")
        .layer("out", Networks.output(), "scaled")
        .setOutputs("out")
        .setInputTypes(InputType.convolutional(Networks.SIDE, Networks.SIDE, 1))
        .build();
  }

  private static ComputationGraph restored(ComputationGraph network) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ModelSerializer.writeModel(network, bytes, true);
    return ModelSerializer.restoreComputationGraph(new ByteArrayInputStream(bytes.toByteArray()));
  }

  @Test
  void aConfigurationFromJsonTrainsWithLayersAndIsSavedWithThem() {
    ComputationGraphConfiguration read = ComputationGraphConfiguration.fromJson(plain().toJson());
    ComputationGraphConfiguration with =
        DropBlocks.insert(read, Where.named("sum.").onInputs(), DROPOUT);
    ComputationGraphConfiguration again = ComputationGraphConfiguration.fromJson(with.toJson());
    assertEquals(with, again);
    ComputationGraph network = network(again);
    DataSet squares = Networks.squares(64, 3);
    Networks.assertLearns(network::score, squares, 40, step -> network.fit(squares));
  }

  @Test
  void iterationsGoOn() {
    ComputationGraph trained = network(plain());
    for (int step = 0; step < 3; step++) {
      trained.fit(Networks.squares(2, step));
    }
    trained.getConfiguration().setEpochCount(2);
    ComputationGraphConfiguration with =
        DropBlocks.insert(trained.getConfiguration(), Where.named("conv1"), DROPOUT);
    assertEquals(3, with.getIterationCount());
    assertEquals(2, with.getEpochCount());
  }

  /** An output of the network that others read as well stays what it was. */
  @Test
  void outputsOfTheNetworkAreNotDropped() {
    ComputationGraphConfiguration plain = plain();
    plain.setNetworkOutputs(List.of("out", "sum1"));
    ComputationGraphConfiguration with = DropBlocks.insert(plain, Where.named("sum1"), DROPOUT);
    assertEquals(List.of("sum1-copy"), with.getVertexInputs().get("sum1-drop"));
    assertEquals(List.of("out", "sum1"), with.getNetworkOutputs());
  }

  @Test
  void monteCarloDroppingReachesThem() {
    ComputationGraph network =
        network(DropBlocks.insert(plain(), Where.named("sum.").onInputs(), DROPOUT));
    INDArray x = Networks.squares(2, 1).getFeatures();
    INDArray plain = network.outputSingle(x);
    assertEquals(5, MonteCarloDropping.enable(network));
    assertNotEquals(plain, network.outputSingle(x));
    MonteCarloDropping.disable(network);
    assertEquals(plain, network.outputSingle(x));
  }

  @Test
  void insertedLayersAreDropoutLayers() {
    ComputationGraphConfiguration with = DropBlocks.insert(plain(), Where.named("conv1"), DROPOUT);
    LayerVertex drop = (LayerVertex) with.getVertices().get("conv1-drop");
    assertTrue(drop.getLayerConf().getLayer() instanceof DropoutLayer);
    assertEquals("conv1-drop", drop.getLayerConf().getLayer().getLayerName());
  }
}
