package io.github.dropblock.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.DropBlock;
import io.github.dropblock.DropMask;
import io.github.dropblock.ScheduledRegularizer;
import io.github.dropblock.schedule.KeepProbSchedule;
import io.github.dropblock.tensor.Shape;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Dropout layers in chains that were written without them. */
class InsertIntoChainTest {
  private static final DropBlock DROP_BLOCK =
      DropBlock.builder().keepProb(.7).blockSize(2).seed(5).build();
  private static final DropBlockDropout DROPOUT = DropBlockDropout.of(DROP_BLOCK);

  private static MultiLayerConfiguration chain(InputType input, Layer... layers) {
    NeuralNetConfiguration.ListBuilder list = Networks.defaults().list();
    for (Layer layer : layers) {
      list.layer(layer);
    }
    return list.layer(Networks.output()).setInputType(input).build();
  }

  private static MultiLayerConfiguration plain() {
    return chain(
        InputType.convolutionalFlat(Networks.SIDE, Networks.SIDE, 1),
        Networks.convolution(4).build(),
        new BatchNormalization(),
        Networks.convolution(4).build(),
        new SubsamplingLayer.Builder(2, 2).stride(2, 2).build(),
        new DenseLayer.Builder().nOut(8).build());
  }

  private static MultiLayerNetwork network(MultiLayerConfiguration configuration) {
    MultiLayerNetwork network = new MultiLayerNetwork(configuration);
    network.init();
    return network;
  }

  private static List<String> names(MultiLayerConfiguration configuration) {
    return configuration.getConfs().stream().map(c -> c.getLayer().getLayerName()).toList();
  }

  @Test
  void layersComeAfterTheMatches() {
    assertEquals(
        List.of(
            "layer0",
            "layer1",
            "layer1-drop",
            "layer2",
            "layer3",
            "layer3-drop",
            "layer4",
            "layer5"),
        names(DropBlocks.insert(plain(), Where.at(3, 1), DROPOUT)));
    assertEquals(
        List.of("layer0", "layer1", "layer2", "layer3", "layer4", "layer5-input-drop", "layer5"),
        names(DropBlocks.insert(plain(), Where.named("layer5").onInputs(), DROPOUT)));
  }

  /** The dense layer's preprocessor flattens maps, which are dropped before that. */
  @Test
  void preprocessorsStayWithTheirLayers() {
    MultiLayerConfiguration with = DropBlocks.insert(plain(), Where.at(0, 3), DROPOUT);
    assertEquals(2, with.getInputPreProcessors().size());
    assertTrue(with.getInputPreProcess(0) instanceof FeedForwardToCnnPreProcessor);
    assertTrue(with.getInputPreProcess(6) instanceof CnnToFeedForwardPreProcessor);
    MultiLayerConfiguration before = DropBlocks.insert(plain(), Where.at(0).onInputs(), DROPOUT);
    assertTrue(before.getInputPreProcess(0) instanceof FeedForwardToCnnPreProcessor);
    assertEquals(null, before.getInputPreProcess(1));
  }

  @Test
  void parametersStayInTheirLayersAndJsonIsTheSame() {
    MultiLayerConfiguration plain = MultiLayerConfiguration.fromJson(plain().toJson());
    String before = plain.toJson();
    MultiLayerNetwork without = network(plain.clone());
    MultiLayerConfiguration configuration =
        DropBlocks.insert(plain, Where.named("layer[0-4]"), DROPOUT);
    assertEquals(before, plain.toJson());
    MultiLayerConfiguration read = MultiLayerConfiguration.fromJson(configuration.toJson());
    assertEquals(configuration, read);
    MultiLayerNetwork with = network(read);
    with.setParams(without.params());
    INDArray x = flat(Networks.squares(3, 2)).getFeatures();
    assertEquals(without.output(x), with.output(x));
  }

  private static DataSet flat(DataSet images) {
    INDArray x = images.getFeatures();
    return new DataSet(
        x.reshape('c', x.size(0), Networks.SIDE * Networks.SIDE), images.getLabels());
  }

  @Test
  void theNetworkLearns() {
    MultiLayerNetwork network =
        network(DropBlocks.insert(plain(), Where.named("layer[0-3]"), DROPOUT));
    DataSet squares = flat(Networks.squares(64, 3));
    Networks.assertLearns(network::score, squares, 40, step -> network.fit(squares));
  }

  /** Each place has the masks of plain Java for its own use, by the schedule. */
  @Test
  void masksFollowTheSchedule() {
    KeepProbSchedule schedule = KeepProbSchedule.linear(1, .6, 3);
    MultiLayerNetwork network =
        network(
            DropBlocks.insert(
                chain(
                    InputType.convolutional(8, 8, 2),
                    new ActivationLayer(Activation.IDENTITY),
                    new ActivationLayer(Activation.IDENTITY)),
                Where.at(0, 1),
                DROPOUT.withSchedule(schedule)));
    SeenActivations first = new SeenActivations(1);
    SeenActivations second = new SeenActivations(3);
    network.setListeners(first, second);
    Shape shape = Shape.nchw(3, 2, 8, 8);
    ScheduledRegularizer scheduled = ScheduledRegularizer.of(DROP_BLOCK, schedule);
    List<INDArray> expectedFirst = new ArrayList<>();
    List<INDArray> expectedSecond = new ArrayList<>();
    for (int step = 0; step < 4; step++) {
      network.fit(
          Nd4j.ones(DataType.FLOAT, 3, 2, 8, 8), Nd4j.zeros(DataType.FLOAT, 3, Networks.CLASSES));
      INDArray x = multipliers(scheduled.at(step, 0).sample(shape, step));
      expectedFirst.add(x);
      expectedSecond.add(x.mul(multipliers(scheduled.at(step, 1).sample(shape, step))));
    }
    assertEquals(expectedFirst, first.seen());
    assertEquals(expectedSecond, second.seen());
  }

  private static INDArray multipliers(DropMask mask) {
    FloatBuffer multipliers = FloatBuffer.allocate(mask.shape().size());
    mask.writeMultipliers(multipliers);
    return Nd4j.createFromArray(multipliers.array()).reshape(3, 2, 8, 8);
  }

  /** A frozen layer may hand on its input, and a recurrent one may need its output again. */
  @Test
  void copiesComeAfterLayersWhoseMemoryOthersRead() {
    MultiLayerConfiguration plain =
        chain(
            InputType.feedForward(5),
            new DenseLayer.Builder().nOut(4).build(),
            new FrozenLayer(new ActivationLayer(Activation.IDENTITY)));
    assertEquals(
        List.of("layer0", "layer0-drop", "layer1", "layer1-copy", "layer1-drop", "layer2"),
        names(DropBlocks.insert(plain, Where.at(0, 1), DROPOUT)));
    assertTrue(!ConfiguredLayers.ownsOutput(new LSTM.Builder().nOut(3).build()));
  }
}
