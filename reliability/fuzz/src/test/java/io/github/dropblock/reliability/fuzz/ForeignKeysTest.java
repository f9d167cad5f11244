package io.github.dropblock.reliability.fuzz;

import static org.junit.jupiter.api.Assertions.assertThrowsExactly;

import io.github.dropblock.schedule.KeepProbSchedule;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Found by {@link MapFuzzTest}: maps of keys that are no text are rejected like any other. */
class ForeignKeysTest {
  /** A sorted map of numbers refuses to look for a text. */
  @Test
  void aSortedMapOfNumbersInAMap() {
    Map<String, Object> map = KeepProbSchedule.warmup(1, KeepProbSchedule.constant(.5)).toMap();
    map.put("then", new TreeMap<>(Map.of(1, 2)));
    assertThrowsExactly(IllegalArgumentException.class, () -> KeepProbSchedule.fromMap(map));
  }
}
