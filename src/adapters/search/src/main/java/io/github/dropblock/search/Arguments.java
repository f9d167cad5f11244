package io.github.dropblock.search;

import java.util.List;

/** Argument checks. Each message names the parameter, the value and the range. */
final class Arguments {
  private Arguments() {}

  static double probability(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must be in [0, 1]: " + value);
    }
    return value;
  }

  static int atLeast(String name, int value, int min) {
    if (value < min) {
      throw new IllegalArgumentException(name + " must be >= " + min + ": " + value);
    }
    return value;
  }

  static <T> T notNull(String name, T value) {
    if (value == null) {
      throw new IllegalArgumentException(name + " must not be null");
    }
    return value;
  }

  /** Returns a copy of a list with at least one element and without null. */
  static <T> List<T> notEmpty(String name, List<T> values) {
    if (notNull(name, values).isEmpty()) {
      throw new IllegalArgumentException(name + " must not be empty");
    }
    for (int i = 0; i < values.size(); i++) {
      notNull(name + "[" + i + "]", values.get(i));
    }
    return List.copyOf(values);
  }

  /** Returns {@code value} if it has something to read, on one line. */
  static String line(String name, String value) {
    if (notNull(name, value).isBlank() || value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
      throw new IllegalArgumentException(name + " must be one line, not blank: \"" + value + "\"");
    }
    return value;
  }
}
