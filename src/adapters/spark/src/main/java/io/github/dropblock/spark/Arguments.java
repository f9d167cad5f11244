package io.github.dropblock.spark;

/** Argument checks. Each message names the parameter, the value and the range. */
final class Arguments {
  private Arguments() {}

  static <T> T notNull(String name, T value) {
    if (value == null) {
      throw new IllegalArgumentException(name + " must not be null");
    }
    return value;
  }

  static void notNegative(String name, long value) {
    if (value < 0) {
      throw new IllegalArgumentException(name + " must be >= 0: " + value);
    }
  }

  static int index(String name, int value, int length) {
    if (value < 0 || value >= length) {
      throw new IndexOutOfBoundsException(name + " must be in [0, " + length + "): " + value);
    }
    return value;
  }
}
