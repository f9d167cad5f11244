package io.github.dropblock.internal.kernel;

import io.github.dropblock.internal.kernel.KernelSelector.Selection;
import java.util.function.Supplier;

/**
 * Result of choosing the kernels: a selection, or a failure that each call reports with the same
 * message.
 *
 * <p>An exception in a static initializer would be reported only once. Later calls would get a
 * {@code NoClassDefFoundError} that does not tell the cause.
 */
record Outcome(Selection selection, RuntimeException failure) {
  static Outcome of(Supplier<Selection> choice) {
    try {
      return new Outcome(choice.get(), null);
    } catch (IllegalArgumentException | IllegalStateException e) {
      return new Outcome(null, e);
    }
  }

  /**
   * Returns the selection.
   *
   * @throws IllegalArgumentException if the property has an unknown value
   * @throws IllegalStateException if the chosen kernels are not available
   */
  Selection get() {
    if (failure == null) {
      return selection;
    }
    throw again();
  }

  /** Returns a new exception with the stack trace of this call. */
  private RuntimeException again() {
    return failure instanceof IllegalArgumentException
        ? new IllegalArgumentException(failure.getMessage(), failure.getCause())
        : new IllegalStateException(failure.getMessage(), failure.getCause());
  }
}
