package io.github.dropblock.benchmarks.jmh;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What rows of one JVM share: JMH builds its states anew for each visit of a row, and touching the
 * pages of a new tensor costs more than what is measured.
 */
final class Arena {
  private static final Map<Object, Object> SHARED = new ConcurrentHashMap<>();

  private Arena() {}

  /** The object of that type and key, made at the first call. */
  static <T> T get(Class<T> type, Object key, Supplier<T> make) {
    record Key(Class<?> type, Object key) {}
    return type.cast(SHARED.computeIfAbsent(new Key(type, key), absent -> make.get()));
  }
}
