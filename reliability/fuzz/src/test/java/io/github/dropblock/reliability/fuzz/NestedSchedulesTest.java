package io.github.dropblock.reliability.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.schedule.KeepProbSchedule;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Found by {@link ScheduleFuzzTest}: what is written of schedules in schedules is also read. */
class NestedSchedulesTest {
  private static KeepProbSchedule nested(int schedules) {
    KeepProbSchedule nested = KeepProbSchedule.step(new double[] {1, .5}, new long[] {3});
    for (int i = 1; i < schedules; i++) {
      nested = KeepProbSchedule.warmup(1, nested);
    }
    return nested;
  }

  @Test
  void asManyFromBytesAsFromMaps() {
    KeepProbSchedule nested = nested(8);
    assertEquals(nested, KeepProbSchedule.fromMap(nested.toMap()));
    assertEquals(nested, KeepProbSchedule.fromBytes(nested.toBytes()));
  }

  /** Too many may be refused when they are made or written, but not after that. */
  @ParameterizedTest
  @ValueSource(ints = {9, 10, 20})
  void whatIsWrittenIsRead(int schedules) {
    KeepProbSchedule nested;
    Map<String, Object> map;
    try {
      nested = nested(schedules);
      map = nested.toMap();
    } catch (IllegalArgumentException | UnsupportedOperationException e) {
      return;
    }
    assertEquals(nested, KeepProbSchedule.fromMap(map));
    assertEquals(nested, KeepProbSchedule.fromBytes(nested.toBytes()));
  }
}
