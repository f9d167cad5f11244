package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrowsExactly;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.schedule.KeepProbSchedule;
import io.github.dropblock.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Maps with one value missing, unknown or of a wrong type: the message names the key. */
class MapFaultsTest {
  private record Good(String name, Map<String, Object> map, Function<Map<String, ?>, ?> reader) {
    @Override
    public String toString() {
      return name;
    }

    String message(Map<String, Object> bad) {
      return assertThrowsExactly(
              IllegalArgumentException.class, () -> reader.apply(bad), () -> name + bad)
          .getMessage();
    }
  }

  static List<Good> good() {
    List<Good> good = new ArrayList<>();
    Shape shape = Shape.nchw(2, 3, 4, 5);
    for (Regularizer r : MaskSetup.ofEachKind(.5, 2)) {
      good.add(new Good(r.toString(), r.toMap(), Regularizer::fromMap));
      DropMask mask = r.withFill(Fill.gaussian(0, 1)).sample(shape, 1);
      good.add(new Good("mask of " + r, mask.toMap(), DropMask::fromMap));
    }
    DropBlock ratio =
        DropBlock.builder().blockSize(BlockSize.ratio(.5)).fill(Fill.gaussian(1, 2)).build();
    good.add(new Good("ratio", ratio.toMap(), Regularizer::fromMap));
    AlphaDropout alpha = AlphaDropout.of(.5, 1);
    good.add(new Good("alpha", alpha.toMap(), Regularizer::fromMap));
    good.add(new Good("mask of alpha", alpha.sample(shape, 1).toMap(), DropMask::fromMap));
    for (Fill fill :
        List.of(Fill.perChannel(1, 2, 3), Fill.uniform(0, 1), Fill.gaussian(0, 1, -1, 1))) {
      Dropout dropout = Dropout.of(.5, 1).withFill(fill);
      good.add(new Good(fill.toString(), dropout.toMap(), Regularizer::fromMap));
    }
    good.add(new Good("areas", Holes.randomErasing(1, 1).toMap(), Regularizer::fromMap));
    Holes bars = Holes.bars(MapAxis.WIDTH, 2, 1, 3, 1);
    good.add(new Good("bars", bars.toMap(), Regularizer::fromMap));
    KeepProbSchedule cosine = KeepProbSchedule.cosine(1, .5, 10);
    for (KeepProbSchedule schedule :
        List.of(
            cosine,
            KeepProbSchedule.constant(.5),
            KeepProbSchedule.linear(1, .5, 10),
            KeepProbSchedule.polynomial(1, .5, 10, 2),
            KeepProbSchedule.step(new double[] {1, .5}, new long[] {3}),
            KeepProbSchedule.warmup(5, cosine).forGroup(2, 4),
            cosine.forDepth(2, 4))) {
      good.add(new Good(schedule.toString(), schedule.toMap(), KeepProbSchedule::fromMap));
    }
    LayerState state = new LayerState(1, 2, 3, 4, true);
    good.add(new Good("state", state.toMap(), LayerState::fromMap));
    return good;
  }

  private static String last(List<String> path) {
    return path.get(path.size() - 1);
  }

  @ParameterizedTest
  @MethodSource("good")
  void goodMapsAreRead(Good good) {
    assertNotNull(good.reader.apply(good.map));
  }

  @ParameterizedTest
  @MethodSource("good")
  void missingValues(Good good) {
    for (List<String> path : MapEdits.paths(good.map)) {
      String key = last(path);
      if (!key.equals("scale")) {
        assertEnd(" must have a value of " + key, good.message(MapEdits.without(good.map, path)));
      }
    }
  }

  /** A mask with one factor must say which: it need not follow from the bits of a part. */
  @Test
  void aMissingScale() {
    for (Normalization normalization : Normalization.values()) {
      DropMask mask =
          Dropout.of(.5, 1).withNormalization(normalization).sample(Shape.ncw(1, 2, 9), 0);
      Map<String, Object> map = mask.toMap();
      if (map.containsKey("scale")) {
        Good good = new Good("mask", map, DropMask::fromMap);
        assertEnd(
            " must have a value of scale", good.message(MapEdits.without(map, List.of("scale"))));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("good")
  void valuesOfNull(Good good) {
    for (List<String> path : MapEdits.paths(good.map)) {
      String message = good.message(MapEdits.with(good.map, path, null));
      String key = last(path);
      assertTrue(message.contains(key), path + ": " + message);
    }
  }

  @ParameterizedTest
  @MethodSource("good")
  void valuesOfAWrongType(Good good) {
    for (List<String> path : MapEdits.paths(good.map)) {
      Object value = value(good.map, path);
      List<Object> wrong = new ArrayList<>(List.of(new Object(), List.of(List.of()), 'c'));
      if (!(value instanceof Boolean)) {
        wrong.add(true);
      }
      if (!(value instanceof Map)) {
        wrong.add(Map.of());
      }
      if (!(value instanceof String)) {
        wrong.add("text");
      } else {
        wrong.add(5L);
      }
      for (Object other : wrong) {
        String message = good.message(MapEdits.with(good.map, path, other));
        assertTrue(message.contains(last(path)), () -> path + " = " + other + ": " + message);
      }
    }
  }

  private static Object value(Map<?, ?> map, List<String> path) {
    Object value = map.get(path.get(0));
    return path.size() == 1 ? value : value((Map<?, ?>) value, path.subList(1, path.size()));
  }

  @ParameterizedTest
  @MethodSource("good")
  void unknownKeys(Good good) {
    List<List<String>> levels = new ArrayList<>(List.of(List.of("surprise")));
    for (List<String> path : MapEdits.paths(good.map)) {
      if (value(good.map, path) instanceof Map) {
        List<String> deeper = new ArrayList<>(path);
        deeper.add("surprise");
        levels.add(deeper);
      }
    }
    for (List<String> path : levels) {
      for (Object value : Arrays.asList(1L, null)) {
        assertEnd(
            " has an unknown key: surprise", good.message(MapEdits.with(good.map, path, value)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("good")
  void otherVersionsAndTypesAreRejected(Good good) {
    for (long version : new long[] {0, 2, -1, Long.MAX_VALUE}) {
      assertEnd(
          " version must be 1: " + version,
          good.message(MapEdits.with(good.map, List.of("version"), version)));
    }
    for (List<String> path : MapEdits.paths(good.map)) {
      if (last(path).equals("type")) {
        String message = good.message(MapEdits.with(good.map, path, "java.lang.Runtime"));
        assertEnd(": java.lang.Runtime", message);
        assertTrue(message.contains(" type "), message);
      }
    }
  }

  @Test
  void noMap() {
    for (Good good : good()) {
      assertEnd(" must not be null", good.message(null));
    }
  }

  private static void assertEnd(String expected, String message) {
    assertTrue(message.endsWith(expected), () -> message + " does not end with" + expected);
  }

  /** Messages stay short, whatever the value. */
  @Test
  void longValuesAreCutInMessages() {
    Good good = good().get(0);
    String message = good.message(MapEdits.with(good.map, List.of("sharing"), "x".repeat(9999)));
    assertEquals(true, message.length() < 200);
    assertEnd("...", message);
  }
}
