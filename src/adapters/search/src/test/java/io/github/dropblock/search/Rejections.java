package io.github.dropblock.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrowsExactly;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/** Tests of bad arguments: one for each row of a table of messages and calls. */
public final class Rejections {
  private Rejections() {}

  /** The call throws {@link IllegalArgumentException} with exactly that message. */
  public static DynamicTest rejected(String message, Executable call) {
    return dynamicTest(
        message,
        () ->
            assertEquals(
                message, assertThrowsExactly(IllegalArgumentException.class, call).getMessage()));
  }
}
