package io.github.dropblock.reliability.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrowsExactly;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Calls that either give a value or say what is wrong, and nothing else. */
final class Attempt {
  /** Messages stay short, whatever the value. */
  private static final int MAX_MESSAGE = 400;

  private Attempt() {}

  /**
   * A call whose outcome is known.
   *
   * @param allowed whether all arguments are in range
   * @param call what is called
   * @param names the parameters, one of which the message must name
   * @return the value, if all arguments are in range
   */
  static <T> Optional<T> of(boolean allowed, Supplier<T> call, String... names) {
    if (allowed) {
      return Optional.of(call.get());
    }
    checkMessage(assertThrowsExactly(IllegalArgumentException.class, call::get), names);
    return Optional.empty();
  }

  /** A call whose outcome is not known. */
  static <T> Optional<T> of(Supplier<T> call) {
    try {
      return Optional.of(call.get());
    } catch (IllegalArgumentException e) {
      assertEquals(IllegalArgumentException.class, e.getClass());
      checkMessage(e, "");
      return Optional.empty();
    }
  }

  private static void checkMessage(IllegalArgumentException e, String... names) {
    String message = String.valueOf(e.getMessage());
    assertTrue(e.getMessage() != null && message.length() < MAX_MESSAGE, message);
    assertTrue(Stream.of(names).anyMatch(message::contains), message);
  }
}
