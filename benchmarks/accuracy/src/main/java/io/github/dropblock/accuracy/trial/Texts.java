package io.github.dropblock.accuracy.trial;

import java.util.Arrays;

/** Choices by their names. */
final class Texts {
  private Texts() {}

  static <T> T find(T[] values, String text) {
    return Arrays.stream(values)
        .filter(value -> value.toString().equals(text))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(text + " is not one of " + Arrays.toString(values)));
  }
}
