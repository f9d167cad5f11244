package io.github.dropblock.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Schedules written to maps and bytes, and read from them. */
class ScheduleFormatTest {
  static List<KeepProbSchedule> schedules() {
    KeepProbSchedule linear = KeepProbSchedule.linear(1.0, 0.9, 100);
    return List.of(
        KeepProbSchedule.constant(0.75),
        linear,
        KeepProbSchedule.polynomial(1.0, 0.8, 100, 3.0),
        KeepProbSchedule.cosine(1.0, 0.7, 50),
        KeepProbSchedule.step(new double[] {1.0, 0.9, 0.8}, new long[] {10, 20}),
        KeepProbSchedule.warmup(7, linear),
        linear.forGroup(1, 4),
        linear.forDepth(1, 4));
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void comeBackAsTheyWere(KeepProbSchedule schedule) {
    assertEquals(schedule, KeepProbSchedule.fromMap(schedule.toMap()));
    assertEquals(schedule, KeepProbSchedule.fromBytes(schedule.toBytes()));
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void anUnknownKeyIsRejected(KeepProbSchedule schedule) {
    Map<String, Object> map = new TreeMap<>(schedule.toMap());
    map.put("color", "red");
    Exception e = assertThrows(IllegalArgumentException.class, () -> KeepProbSchedule.fromMap(map));
    assertTrue(e.getMessage().contains("color"), e::getMessage);
  }

  @Test
  void nestedOnesAreReadEightDeep() {
    KeepProbSchedule warm = KeepProbSchedule.constant(0.9);
    KeepProbSchedule grouped = warm;
    KeepProbSchedule deep = warm;
    for (int depth = 2; depth <= 8; depth++) {
      warm = KeepProbSchedule.warmup(depth, warm);
      grouped = grouped.forGroup(1, 4);
      deep = deep.forDepth(1, 4);
    }
    for (KeepProbSchedule deepest : List.of(warm, grouped, deep)) {
      assertEquals(deepest, KeepProbSchedule.fromMap(deepest.toMap()));
    }
    for (KeepProbSchedule tooDeep :
        List.of(KeepProbSchedule.warmup(9, warm), grouped.forGroup(1, 4), deep.forDepth(1, 4))) {
      assertThrows(UnsupportedOperationException.class, tooDeep::toMap);
      assertThrows(UnsupportedOperationException.class, tooDeep::toBytes);
    }
    Map<String, Object> written = KeepProbSchedule.warmup(1, warmOf(7)).toMap();
    for (Map<String, Object> map :
        List.of(
            around(Map.of("type", "warmup", "version", 1L, "warmupSteps", 1L), "then", written),
            around(
                Map.of("type", "depth", "version", 1L, "layer", 1L, "layers", 2L), "of", written),
            around(
                Map.of("type", "group", "version", 1L, "group", 1L, "groups", 2L),
                "of",
                written))) {
      Exception e =
          assertThrows(IllegalArgumentException.class, () -> KeepProbSchedule.fromMap(map));
      assertTrue(e.getMessage().contains("at most 8 deep"), e::getMessage);
    }
  }

  private static KeepProbSchedule warmOf(int depth) {
    KeepProbSchedule schedule = KeepProbSchedule.step(new double[] {1, .5}, new long[] {3});
    return depth == 1 ? schedule : KeepProbSchedule.warmup(1, warmOf(depth - 1));
  }

  private static Map<String, Object> around(
      Map<String, Object> outer, String key, Map<String, Object> inner) {
    Map<String, Object> map = new TreeMap<>(outer);
    map.put(key, inner);
    return map;
  }

  /** The list in the innermost lies one level deeper still. */
  @Test
  void theDeepestGoThroughBytes() {
    KeepProbSchedule deepest = warmOf(8);
    assertEquals(deepest, KeepProbSchedule.fromBytes(deepest.toBytes()));
  }

  /** A sorted map of numbers cannot be asked for a string. */
  @Test
  void keysThatAreNoStringsAreRejected() {
    Map<String, Object> map = KeepProbSchedule.warmup(1, KeepProbSchedule.constant(.5)).toMap();
    map.put("then", new TreeMap<>(Map.of(1, 2)));
    Exception e = assertThrows(IllegalArgumentException.class, () -> KeepProbSchedule.fromMap(map));
    assertEquals("schedule then must have strings as keys: 1", e.getMessage());
  }
}
