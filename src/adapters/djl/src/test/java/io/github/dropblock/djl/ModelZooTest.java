package io.github.dropblock.djl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Model;
import ai.djl.basicmodelzoo.cv.classification.MobileNetV2;
import ai.djl.basicmodelzoo.cv.classification.ResNetV1;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.Trainer;
import ai.djl.util.Pair;
import io.github.dropblock.DropBlock;
import io.github.dropblock.schedule.KeepProbSchedule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The networks of DJL's model zoo, which know nothing of layers, with layers. */
class ModelZooTest extends EngineTest {
  private static final int SIDE = 28;
  private static final Shape IMAGE = new Shape(1, SIDE, SIDE);
  private static final DropBlock DROP_BLOCK = DropBlock.builder().blockSize(3).seed(5).build();
  private static final KeepProbSchedule SCHEDULE = KeepProbSchedule.linear(.95, .8, 12);

  @TempDir private Path folder;

  /**
   * A network and where it gets layers.
   *
   * @param layers how many these are
   */
  record Zoo(String name, Supplier<Block> network, List<Places> places, int layers) {
    Block plain() {
      Engine.getInstance().setRandomSeed(3);
      return network.get();
    }

    Block dropping() {
      Block network = plain();
      places.forEach(where -> DropBlocks.insert(network, where, DROP_BLOCK, SCHEDULE));
      return network;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** The paper's places: after convolutions and on skip connections of the last two groups. */
  static List<Zoo> networks() {
    return List.of(
        new Zoo(
            "ResNet-14",
            () -> ResNetV1.builder().setNumLayers(14).setImageShape(IMAGE).setOutSize(2).build(),
            List.of(
                Places.afterConvolutions().onMapsUpTo(SIDE / 2, IMAGE),
                Places.afterSkipConnections().onMapsUpTo(SIDE / 2, IMAGE)),
            12),
        new Zoo(
            "ResNet-14, after blocks",
            () -> ResNetV1.builder().setNumLayers(14).setImageShape(IMAGE).setOutSize(2).build(),
            List.of(Places.afterResidualBlocks().in(4, 5, 6, 7)),
            4),
        new Zoo(
            "MobileNetV2",
            () -> MobileNetV2.builder().setOutSize(2).build(),
            List.of(
                Places.afterResidualBlocks().in(5, 6),
                Places.afterConvolutions().in("07SequentialBlock")),
            14));
  }

  private NDArray predicted(Block network) {
    return pass(network, SmallNetwork.images(manager, 9, SIDE), false);
  }

  private static float[][] parameters(Block block) {
    return block.getParameters().stream()
        .map(Pair<String, Parameter>::getValue)
        .map(parameter -> parameter.getArray().toFloatArray())
        .toArray(float[][]::new);
  }

  /** Losses of the steps from a number on. */
  private static float[] train(Model model, int first, int steps) {
    float[] losses = new float[steps];
    try (Trainer trainer = SmallNetwork.trainer(model, SIDE)) {
      for (int i = 0; i < steps; i++) {
        losses[i] = SmallNetwork.step(trainer, first + i, SIDE);
      }
    }
    return losses;
  }

  @ParameterizedTest
  @MethodSource("networks")
  void layersAreInsertedAndTrain(Zoo zoo) {
    Block network = zoo.dropping();
    List<DropBlockLayer> layers = DropBlocks.layers(network);
    assertEquals(zoo.layers(), layers.size());
    assertEquals(
        zoo.layers(), layers.stream().map(layer -> layer.regularizer().seed()).distinct().count());
    try (Model model = SmallNetwork.model(network)) {
      float[] losses = train(model, 0, 12);
      assertTrue(losses[11] < losses[0] * .7, losses[0] + " to " + losses[11]);
      layers.forEach(layer -> assertEquals(12, layer.step()));
      NDArray x = SmallNetwork.images(manager, 9, SIDE);
      assertNotEquals(pass(network, x, true), pass(network, x, true));
      assertEquals(predicted(network), predicted(network));
    }
  }

  /** As with weights from elsewhere: the file is of a network that never had layers. */
  @ParameterizedTest
  @MethodSource("networks")
  void aFileOfTheNetworkWithoutLayersLoads(Zoo zoo) throws Exception {
    NDArray expected;
    float[][] parameters;
    try (Model plain = SmallNetwork.model(zoo.plain())) {
      train(plain, 0, 2);
      plain.save(folder, "plain");
      expected = predicted(plain.getBlock());
      parameters = parameters(plain.getBlock());
    }
    try (Model dropping = SmallNetwork.model(zoo.dropping())) {
      dropping.load(folder, "plain");
      assertEquals(expected, predicted(dropping.getBlock()));
      assertArrayEquals(parameters, parameters(dropping.getBlock()));
      // Saved again before training, the file has the layers.
      ByteArrayOutputStream again = new ByteArrayOutputStream();
      dropping.getBlock().saveParameters(new DataOutputStream(again));
      Block network = zoo.dropping();
      network.loadParameters(
          manager, new DataInputStream(new ByteArrayInputStream(again.toByteArray())));
      assertEquals(expected, predicted(network));
      train(dropping, 2, 1);
      DropBlocks.layers(dropping.getBlock()).forEach(layer -> assertEquals(1, layer.step()));
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void layersGoIntoATrainedNetwork(Zoo zoo) {
    Block network = zoo.plain();
    try (Model model = SmallNetwork.model(network)) {
      train(model, 0, 2);
      NDArray expected = predicted(network);
      List<Parameter> before = network.getParameters().values();
      zoo.places()
          .forEach(where -> assertSame(network, DropBlocks.insert(network, where, DROP_BLOCK)));
      assertEquals(before, network.getParameters().values());
      assertEquals(expected, predicted(network));
      train(model, 2, 1);
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void trainingGoesOnAfterLoading(Zoo zoo) throws Exception {
    float[][] uninterrupted;
    float[] losses;
    try (Model model = SmallNetwork.model(zoo.dropping())) {
      train(model, 0, 2);
      model.save(folder, "half");
      losses = train(model, 2, 2);
      uninterrupted = parameters(model.getBlock());
    }
    try (Model model = SmallNetwork.model(zoo.dropping())) {
      model.load(folder, "half");
      assertArrayEquals(losses, train(model, 2, 2));
      assertArrayEquals(uninterrupted, parameters(model.getBlock()));
    }
  }

  /** The real ResNet-50: groups 3 and 4 are the nine blocks on maps of 14 and 7 positions. */
  @Test
  void groupsOfResNet50() {
    Shape image = new Shape(3, 224, 224);
    Block network =
        ResNetV1.builder().setNumLayers(50).setImageShape(image).setOutSize(1000).build();
    DropBlocks.insert(network, Places.afterResidualBlocks().onMapsUpTo(14, image), DROP_BLOCK);
    assertEquals(9, DropBlocks.layers(network).size());
    assertEquals("12ParallelBlock", network.getChildren().keyAt(11));
    assertEquals("13DropBlockLayer", network.getChildren().keyAt(12));
    network.initialize(manager, DataType.FLOAT32, new Shape(1).addAll(image));
    assertArrayEquals(
        new Shape[] {new Shape(1, 1000)},
        network.getOutputShapes(new Shape[] {new Shape(1).addAll(image)}));
  }
}
