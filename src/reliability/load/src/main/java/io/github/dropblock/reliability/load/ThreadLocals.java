package io.github.dropblock.reliability.load;

import java.lang.reflect.Field;
import java.util.Objects;

/** Counts what threads keep; needs {@code --add-opens java.base/java.lang=ALL-UNNAMED}. */
final class ThreadLocals {
  private ThreadLocals() {}

  /** The most values that a live thread keeps, those included whose owner is gone. */
  static int most() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(thread -> get(Thread.class, "threadLocals", thread))
        .filter(Objects::nonNull)
        .mapToInt(map -> (int) get(map.getClass(), "size", map))
        .max()
        .orElse(0);
  }

  private static Object get(Class<?> type, String name, Object owner) {
    try {
      Field field = type.getDeclaredField(name);
      field.setAccessible(true);
      return field.get(owner);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
