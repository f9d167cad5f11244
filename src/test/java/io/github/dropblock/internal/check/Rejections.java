package io.github.dropblock.internal.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrowsExactly;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.function.Supplier;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/** Tests of bad arguments: one for each row of a table of calls and messages. */
public final class Rejections {
  private Rejections() {}

  /** The call throws {@link IllegalArgumentException} with exactly that message. */
  public static DynamicTest rejected(String name, String message, Executable call) {
    return thrown(IllegalArgumentException.class, name, message, call);
  }

  /** The call throws {@link IndexOutOfBoundsException} with exactly that message. */
  public static DynamicTest outOfBounds(String name, String message, Executable call) {
    return thrown(IndexOutOfBoundsException.class, name, message, call);
  }

  /** Like {@link #rejected}, and what the supplier describes is the same before and after. */
  public static DynamicTest rejectedUnchanged(
      Supplier<String> state, String name, String message, Executable call) {
    return dynamicTest(
        name,
        () -> {
          String before = state.get();
          assertThrown(IllegalArgumentException.class, message, call);
          assertEquals(before, state.get());
        });
  }

  private static DynamicTest thrown(
      Class<? extends Exception> type, String name, String message, Executable call) {
    return dynamicTest(name, () -> assertThrown(type, message, call));
  }

  /** Checks that a call is rejected with this message. */
  public static void assertMessage(String message, Executable call) {
    assertThrown(IllegalArgumentException.class, message, call);
  }

  private static void assertThrown(
      Class<? extends Exception> type, String message, Executable call) {
    assertEquals(message, assertThrowsExactly(type, call).getMessage());
  }
}
