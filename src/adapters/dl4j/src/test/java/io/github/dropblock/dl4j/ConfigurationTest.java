package io.github.dropblock.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.BlockSize;
import io.github.dropblock.CustomRegularizer;
import io.github.dropblock.Cutout;
import io.github.dropblock.DropBlock;
import io.github.dropblock.DropPath;
import io.github.dropblock.Dropout;
import io.github.dropblock.Fill;
import io.github.dropblock.GammaRule;
import io.github.dropblock.MaskSharing;
import io.github.dropblock.Regularizer;
import io.github.dropblock.SeedRegion;
import io.github.dropblock.SpatialDropout;
import io.github.dropblock.schedule.KeepProbSchedule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.schedule.ExponentialSchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/** Configurations survive JSON, clones and Java's serialization, and wrong ones are refused. */
class ConfigurationTest {
  private static final DropBlock DROP_BLOCK =
      DropBlock.builder()
          .keepProb(.8)
          .blockSize(BlockSize.ratio(.5))
          .seedRegion(SeedRegion.EXTENDED)
          .gammaRule(GammaRule.EXACT)
          .sharing(MaskSharing.CHANNELS)
          .fill(Fill.gaussian(0, 1))
          .seed(Long.MIN_VALUE + 1)
          .build();

  static List<DropBlockDropout> dropouts() {
    KeepProbSchedule linear = KeepProbSchedule.linear(1, .9, 1000);
    DropBlockDropout dropBlock = DropBlockDropout.of(.9, 7, 42);
    return List.of(
        dropBlock,
        DropBlockDropout.of(.9, 7, 43),
        dropBlock.forLayer(3),
        dropBlock.withLayout(DataLayout.CHANNELS_LAST),
        dropBlock.withSchedule(linear),
        dropBlock.withSchedule(linear, ScheduleType.EPOCH),
        dropBlock.withSchedule(KeepProbSchedule.step(new double[] {1, .9}, new long[] {7})),
        dropBlock.withSchedule(KeepProbSchedule.warmup(5, linear.forGroup(3, 4))),
        dropBlock.withSchedule(new ExponentialSchedule(ScheduleType.ITERATION, .9, .99)),
        DropBlockDropout.of(DROP_BLOCK),
        DropBlockDropout.of(Dropout.of(.5, 1)),
        DropBlockDropout.of(SpatialDropout.of(.5, 2)),
        DropBlockDropout.of(DropPath.of(.5, 3)),
        DropBlockDropout.of(DropPath.ofBatch(.5, 3)),
        DropBlockDropout.of(Cutout.of(1, 4, 4)));
  }

  @ParameterizedTest
  @MethodSource("dropouts")
  void jsonAndYamlKeepAllOfIt(DropBlockDropout dropout) {
    MultiLayerConfiguration chain = Networks.cnn(dropout).getLayerWiseConfigurations();
    MultiLayerConfiguration read = MultiLayerConfiguration.fromJson(chain.toJson());
    assertEquals(chain, read);
    assertEquals(dropout, read.getConf(1).getLayer().getIDropout());
    assertEquals(chain, MultiLayerConfiguration.fromYaml(chain.toYaml()));
    ComputationGraphConfiguration graph =
        Networks.residual(Networks.defaults(), dropout).getConfiguration();
    assertEquals(graph, ComputationGraphConfiguration.fromJson(graph.toJson()));
  }

  @ParameterizedTest
  @MethodSource("dropouts")
  void whatWasReadDropsTheSame(DropBlockDropout dropout) {
    String json = Networks.cnn(dropout).getLayerWiseConfigurations().toJson();
    MultiLayerConfiguration read = MultiLayerConfiguration.fromJson(json);
    DropBlockDropout other = (DropBlockDropout) read.getConf(1).getLayer().getIDropout();
    assertEquals(dropout.toString(), other.toString());
    assertEquals(dropped(dropout), dropped(other));
  }

  private static String dropped(DropBlockDropout dropout) {
    var x = Nd4j.ones(DataType.FLOAT, 2, 3, 8, 9);
    dropout.applyDropout(x, x, 100, 1, LayerWorkspaceMgr.noWorkspaces());
    return x.toStringFull();
  }

  @ParameterizedTest
  @MethodSource("dropouts")
  void clonesAreEqualAndApart(DropBlockDropout dropout) {
    DropBlockDropout clone = dropout.clone();
    assertNotSame(dropout, clone);
    assertEquals(dropout, clone);
    assertEquals(dropout.hashCode(), clone.hashCode());
    // The clone has no mask of the original's forward pass.
    var x = Nd4j.ones(DataType.FLOAT, 2, 3, 8, 9);
    dropout.applyDropout(x, x, 100, 1, LayerWorkspaceMgr.noWorkspaces());
    assertThrows(IllegalStateException.class, () -> dropout.clone().backprop(x, x, 100, 1));
  }

  @ParameterizedTest
  @MethodSource("dropouts")
  void javaSerializationKeepsAllOfIt(DropBlockDropout dropout) throws Exception {
    dropped(dropout);
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(written(dropout)))) {
      DropBlockDropout read = (DropBlockDropout) in.readObject();
      assertEquals(dropout, read);
      assertEquals(dropped(dropout), dropped(read));
    }
  }

  @Test
  void aStreamThatDescribesNoDropoutIsRefused() throws Exception {
    SavedDropout wrong = new SavedDropout(Map.of("type", "Nothing"), null, null, null, null);
    byte[] bytes = written(wrong);
    ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes));
    assertThrows(InvalidObjectException.class, in::readObject);
  }

  @Test
  void aFunctionWithoutANameIsNotSerializable() {
    Regularizer unnamed = CustomRegularizer.of(sample -> sample.dropRun(0, 3), .9, 1);
    assertThrows(NotSerializableException.class, () -> written(DropBlockDropout.of(unnamed)));
  }

  private static byte[] written(Object object) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    return bytes.toByteArray();
  }

  @Test
  void eachChoiceMatters() {
    List<DropBlockDropout> all = dropouts();
    assertEquals(all.size(), all.stream().distinct().count());
    assertEquals(all.size(), all.stream().map(Object::toString).distinct().count());
    assertNotEquals(all.get(0), new Object());
  }

  @Test
  void layersHaveTheRegularizersOfUses() {
    DropBlockDropout dropout = DropBlockDropout.of(DROP_BLOCK);
    assertEquals(dropout, dropout.forLayer(0));
    for (int layer : new int[] {1, 2, Integer.MAX_VALUE}) {
      Regularizer own = Regularizer.fromMap(dropout.forLayer(layer).getRegularizer());
      assertEquals(DROP_BLOCK.forUse(layer), own);
    }
  }

  @Test
  void wrongConfigurationsAreRefused() {
    DropBlockDropout dropBlock = DropBlockDropout.of(.9, 7, 42);
    DropBlockDropout cutout = DropBlockDropout.of(Cutout.of(1, 4, 4));
    KeepProbSchedule half = KeepProbSchedule.constant(.5);
    assertMessage("keepProb", () -> DropBlockDropout.of(1.5, 7, 1));
    assertMessage("blockSize", () -> DropBlockDropout.of(.9, 0, 1));
    assertMessage("regularizer", () -> DropBlockDropout.of(null));
    assertMessage("value", () -> dropBlock.withSchedule((KeepProbSchedule) null));
    assertMessage("type", () -> dropBlock.withSchedule(half, null));
    assertMessage("value", () -> dropBlock.withLayout(null));
    assertMessage("keepProb", () -> cutout.withSchedule(half));
    assertMessage(
        "schedule",
        () ->
            new DropBlockDropout(
                DROP_BLOCK.toMap(),
                half.toMap(),
                null,
                new ExponentialSchedule(ScheduleType.EPOCH, .9, .9),
                null));
    assertMessage("index must be at least 0: -1", () -> dropBlock.forLayer(-1));
  }

  @Test
  void wrongJsonIsRefused() {
    String json =
        Networks.cnn(DropBlockDropout.of(.9, 7, 42)).getLayerWiseConfigurations().toJson();
    for (String[] change :
        new String[][] {
          {"\"type\" : \"DropBlock\"", "\"type\" : \"DropBlok\""},
          {"\"keepProb\" : 0.9", "\"keepProb\" : 1.9"},
          {"\"layout\" : \"CHANNELS_FIRST\"", "\"layout\" : \"NCHW\""}
        }) {
      String wrong = json.replace(change[0], change[1]);
      assertNotEquals(json, wrong);
      assertThrows(Exception.class, () -> MultiLayerConfiguration.fromJson(wrong));
    }
  }

  private static void assertMessage(String part, Runnable call) {
    String message = assertThrows(IllegalArgumentException.class, call::run).getMessage();
    assertTrue(message.contains(part), message);
  }
}
