package io.github.dropblock.schedule;

import io.github.dropblock.internal.codec.MapReader;
import java.util.Map;
import java.util.TreeMap;

/** Schedules to and from maps. */
final class ScheduleMaps {
  private static final int VERSION = 1;

  /** Far more than anyone nests; a hostile map must not exhaust the stack. */
  private static final int MAX_DEPTH = 8;

  private ScheduleMaps() {}

  static Map<String, Object> write(String kind, Map<String, Object> values) {
    Map<String, Object> map = new TreeMap<>(values);
    if (depth(map) > MAX_DEPTH) {
      throw new UnsupportedOperationException(
          "only schedules that are nested at most " + MAX_DEPTH + " deep go to a map");
    }
    map.put("kind", kind);
    map.put("version", (long) VERSION);
    return map;
  }

  private static int depth(Map<?, ?> map) {
    int deepest = 0;
    for (Object value : map.values()) {
      deepest = value instanceof Map<?, ?> inner ? Math.max(deepest, depth(inner)) : deepest;
    }
    return deepest + 1;
  }

  static KeepProbSchedule read(Map<String, ?> map) {
    return read(new MapReader("schedule", map), 1);
  }

  private static KeepProbSchedule read(MapReader in, int depth) {
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException("schedule must be nested at most " + MAX_DEPTH + " deep");
    }
    in.version(VERSION);
    String kind = in.text("kind");
    KeepProbSchedule schedule =
        switch (kind) {
          case "constant" -> KeepProbSchedule.constant(in.real("keepProb"));
          case "polynomial" -> polynomial(in);
          case "cosine" ->
              KeepProbSchedule.cosine(in.real("from"), in.real("to"), in.whole("totalSteps"));
          case "step" -> KeepProbSchedule.step(in.reals("keepProbs"), in.wholes("boundaries"));
          case "warmup" ->
              KeepProbSchedule.warmup(in.whole("warmupSteps"), read(in.map("then"), depth + 1));
          case "group" ->
              read(in.map("of"), depth + 1).forGroup(in.integer("group"), in.integer("groups"));
          default -> throw in.unknown("kind", kind);
        };
    in.end();
    return schedule;
  }

  private static KeepProbSchedule polynomial(MapReader in) {
    return KeepProbSchedule.polynomial(
        in.real("from"), in.real("to"), in.whole("totalSteps"), in.real("power"));
  }
}
