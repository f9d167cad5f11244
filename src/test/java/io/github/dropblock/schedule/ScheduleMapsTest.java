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
class ScheduleMapsTest {
  static List<KeepProbSchedule> schedules() {
    KeepProbSchedule linear = KeepProbSchedule.linear(1.0, 0.9, 100);
    return List.of(
        KeepProbSchedule.constant(0.75),
        linear,
        KeepProbSchedule.polynomial(1.0, 0.8, 100, 3.0),
        KeepProbSchedule.cosine(1.0, 0.7, 50),
        KeepProbSchedule.step(new double[] {1.0, 0.9, 0.8}, new long[] {10, 20}),
        KeepProbSchedule.warmup(7, linear),
        linear.forGroup(1, 4));
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
    Exception e =
        assertThrows(IllegalArgumentException.class, () -> KeepProbSchedule.fromMap(map));
    assertTrue(e.getMessage().contains("color"), e::getMessage);
  }

  @Test
  void nestedOnesAreReadEightDeep() {
    KeepProbSchedule warm = KeepProbSchedule.constant(0.9);
    KeepProbSchedule grouped = warm;
    for (int depth = 2; depth <= 8; depth++) {
      warm = KeepProbSchedule.warmup(depth, warm);
      grouped = grouped.forGroup(1, 4);
    }
    for (KeepProbSchedule deepest : List.of(warm, grouped)) {
      assertEquals(deepest, KeepProbSchedule.fromMap(deepest.toMap()));
    }
    Map<String, Object> tooDeep = KeepProbSchedule.warmup(9, warm).toMap();
    Map<String, Object> tooDeepGroups = grouped.forGroup(1, 4).toMap();
    for (Map<String, Object> map : List.of(tooDeep, tooDeepGroups)) {
      Exception e =
          assertThrows(IllegalArgumentException.class, () -> KeepProbSchedule.fromMap(map));
      assertTrue(e.getMessage().contains("at most 8 deep"), e::getMessage);
    }
  }
}
