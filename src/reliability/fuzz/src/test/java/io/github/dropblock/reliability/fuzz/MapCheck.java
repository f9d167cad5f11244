package io.github.dropblock.reliability.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.util.LinkedHashMap;
import java.util.Map;

/** Maps of right and wrong keys and values: rejected, or a value; never modified. */
final class MapCheck {
  private MapCheck() {}

  static void check(FuzzedDataProvider data) {
    check(data, data.pickValue(Kind.ALL));
  }

  private static <T> void check(FuzzedDataProvider data, Kind<T> kind) {
    Map<String, Object> map = new MapDraws(data).edited(kind.toMap().apply(seed(data, kind)));
    Map<String, Object> given = new LinkedHashMap<>(map);
    Attempt.of(() -> kind.fromMap().apply(map)).ifPresent(kind::checkRead);
    assertEquals(given, map);
  }

  private static <T> T seed(FuzzedDataProvider data, Kind<T> kind) {
    return data.pickValue(kind.seeds());
  }
}
