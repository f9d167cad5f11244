package io.github.dropblock.schedule;

import io.github.dropblock.internal.codec.MapReader;
import io.github.dropblock.internal.codec.MapWriter;
import java.util.Map;

/** Common part of the map format of schedules. Each schedule reads and writes its own keys. */
final class ScheduleFormat {
  private static final int VERSION = 1;

  /** Largest depth of nested schedules. A hostile map must not exhaust the stack. */
  private static final int MAX_DEPTH = 8;

  private ScheduleFormat() {}

  static MapWriter begin(String type) {
    return MapWriter.of(type, VERSION);
  }

  /** Writes a schedule that is part of another. */
  static Map<String, Object> inner(KeepProbSchedule schedule) {
    Map<String, Object> map = schedule.toMap();
    if (depth(map) >= MAX_DEPTH) {
      throw new UnsupportedOperationException(
          "only schedules that are nested at most " + MAX_DEPTH + " deep go to a map");
    }
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

  /**
   * Reads a schedule that may be part of another.
   *
   * @param depth 1 for the outermost
   */
  static KeepProbSchedule read(MapReader in, int depth) {
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException("schedule must be nested at most " + MAX_DEPTH + " deep");
    }
    String type = in.version(VERSION).type();
    KeepProbSchedule schedule =
        switch (type) {
          case ConstantSchedule.TYPE -> ConstantSchedule.read(in);
          case LinearSchedule.TYPE -> LinearSchedule.read(in);
          case CosineSchedule.TYPE -> CosineSchedule.read(in);
          case PolynomialSchedule.TYPE -> PolynomialSchedule.read(in);
          case StepSchedule.TYPE -> StepSchedule.read(in);
          case WarmupSchedule.TYPE -> WarmupSchedule.read(in, depth);
          case GroupSchedule.TYPE -> GroupSchedule.read(in, depth);
          case DepthSchedule.TYPE -> DepthSchedule.read(in, depth);
          default -> throw in.unknownType(type);
        };
    in.end();
    return schedule;
  }
}
