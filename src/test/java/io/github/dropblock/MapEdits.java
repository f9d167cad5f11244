package io.github.dropblock;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Copies of maps of maps with one value changed. */
final class MapEdits {
  private MapEdits() {}

  /** The paths to all keys, those of nested maps included. */
  static List<List<String>> paths(Map<?, ?> map) {
    List<List<String>> paths = new ArrayList<>();
    map.forEach(
        (key, value) -> {
          paths.add(List.of((String) key));
          if (value instanceof Map<?, ?> inner) {
            for (List<String> path : paths(inner)) {
              List<String> longer = new ArrayList<>(path);
              longer.add(0, (String) key);
              paths.add(longer);
            }
          }
        });
    return paths;
  }

  /** With another value at a path. */
  static Map<String, Object> with(Map<?, ?> map, List<String> path, Object value) {
    Map<String, Object> copy = copy(map);
    String key = path.get(0);
    copy.put(
        key,
        path.size() == 1
            ? value
            : with((Map<?, ?>) map.get(key), path.subList(1, path.size()), value));
    return copy;
  }

  /** Without the key at a path. */
  static Map<String, Object> without(Map<?, ?> map, List<String> path) {
    Map<String, Object> copy = copy(map);
    String key = path.get(0);
    if (path.size() == 1) {
      copy.remove(key);
    } else {
      copy.put(key, without((Map<?, ?>) map.get(key), path.subList(1, path.size())));
    }
    return copy;
  }

  private static Map<String, Object> copy(Map<?, ?> map) {
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach((key, value) -> copy.put((String) key, value));
    return copy;
  }
}
