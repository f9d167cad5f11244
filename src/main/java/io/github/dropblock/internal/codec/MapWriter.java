package io.github.dropblock.internal.codec;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Builder of a map whose keys keep their order: first the type, then the version, then the values.
 *
 * <p>The order is part of the format, since equal values must give equal bytes in every run.
 */
public final class MapWriter {
  private final Map<String, Object> map = new LinkedHashMap<>();

  private MapWriter(String type) {
    map.put(MapReader.TYPE, type);
  }

  /** Begins the map of a part. It has the version of the map that contains it. */
  public static MapWriter of(String type) {
    return new MapWriter(type);
  }

  /** Begins a map that is not part of another. */
  public static MapWriter of(String type, int version) {
    return new MapWriter(type).put(MapReader.VERSION, version);
  }

  /** Adds a whole number. */
  public MapWriter put(String key, long value) {
    map.put(key, value);
    return this;
  }

  /** Adds a number. */
  public MapWriter put(String key, double value) {
    map.put(key, value);
    return this;
  }

  /** Adds a value of any other type that {@link MapBytes} writes. */
  public MapWriter put(String key, Object value) {
    map.put(key, value);
    return this;
  }

  /** Adds values in their order. */
  public MapWriter putAll(Map<String, Object> values) {
    map.putAll(values);
    return this;
  }

  /** Returns the map itself, not a copy. */
  public Map<String, Object> map() {
    return map;
  }
}
