package io.github.dropblock.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.BlockSize;
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
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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

  static Stream<DropBlockDropout> dropouts() {
    KeepProbSchedule linear = KeepProbSchedule.linear(1, .9, 1000);
    DropBlockDropout dropBlock = DropBlockDropout.of(.9, 7, 42);
    return Stream.of(
        dropBlock,
        dropBlock.forLayer(3),
        dropBlock.withLayout(DataLayout.CHANNELS_LAST),
        dropBlock.withSchedule(linear),
        dropBlock.withSchedule(KeepProbSchedule.warmup(5, linear), ScheduleType.EPOCH),
        dropBlock.withSchedule(new ExponentialSchedule(ScheduleType.ITERATION, .9, .99)),
        DropBlockDropout.of(DROP_BLOCK),
        DropBlockDropout.of(Dropout.of(.5, 1)),
        DropBlockDropout.of(SpatialDropout.of(.5, 2)),
        DropBlockDropout.of(DropPath.ofBatch(.5, 3)),
        DropBlockDropout.of(Cutout.of(1, 4, 4)));
  }

  @ParameterizedTest
  @MethodSource("dropouts")
  void jsonAndYamlKeepAllOfIt(DropBlockDropout dropout) {
    MultiLayerConfiguration before =
        Networks.configuration(CNN2DFormat.NCHW, dropout, dropout, dropout, dropout);
    assertEquals(before, MultiLayerConfiguration.fromJson(before.toJson()));
    assertEquals(before, MultiLayerConfiguration.fromYaml(before.toYaml()));
    MultiLayerConfiguration after = MultiLayerConfiguration.fromJson(before.toJson());
    assertEquals(dropout, after.getConf(1).getLayer().getIDropout());
    assertEquals(dropout.toString(), after.getConf(1).getLayer().getIDropout().toString());
  }

  @ParameterizedTest
  @MethodSource("dropouts")
  void clonesAreEqualAndApart(DropBlockDropout dropout) {
    DropBlockDropout clone = dropout.clone();
    assertNotSame(dropout, clone);
    assertEquals(dropout, clone);
    assertEquals(dropout.hashCode(), clone.hashCode());
  }

  @ParameterizedTest
  @MethodSource("dropouts")
  void javaSerializationKeepsAllOfIt(DropBlockDropout dropout) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(dropout);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertEquals(dropout, in.readObject());
    }
  }

  @Test
  void eachChoiceMatters() {
    List<DropBlockDropout> all = dropouts().toList();
    for (int i = 0; i < all.size(); i++) {
      for (int j = 0; j < all.size(); j++) {
        if (i != j) {
          assertNotEquals(all.get(i), all.get(j));
        }
      }
    }
  }

  @Test
  void layersGetSeedsOfTheirOwn() {
    DropBlockDropout dropout = DropBlockDropout.of(DROP_BLOCK);
    assertEquals(dropout, dropout.forLayer(0));
    Regularizer other = Regularizer.fromMap(dropout.forLayer(1).getRegularizer());
    assertNotEquals(DROP_BLOCK.seed(), other.seed());
    assertEquals(DROP_BLOCK, other.withSeed(DROP_BLOCK.seed()));
  }

  @Test
  void wrongConfigurationsAreRefused() {
    assertMessage("keepProb", () -> DropBlockDropout.of(1.5, 7, 1));
    assertMessage("blockSize", () -> DropBlockDropout.of(.9, 0, 1));
    assertMessage("regularizer", () -> DropBlockDropout.of(null));
    DropBlockDropout cutout = DropBlockDropout.of(Cutout.of(1, 4, 4));
    assertMessage("schedule", () -> cutout.withSchedule(KeepProbSchedule.constant(.5)));
    assertMessage(
        "schedule",
        () ->
            new DropBlockDropout(
                DROP_BLOCK.toMap(),
                KeepProbSchedule.constant(.5).toMap(),
                null,
                new ExponentialSchedule(ScheduleType.EPOCH, .9, .9),
                null));
  }

  private static void assertMessage(String part, Runnable call) {
    String message = assertThrows(IllegalArgumentException.class, call::run).getMessage();
    assertTrue(message.contains(part), message);
  }
}
