package io.github.dropblock.internal.kernel;

import io.github.dropblock.internal.kernel.KernelSelector.Selection;
import java.util.function.Supplier;

/**
 * What came of choosing: a selection, or a failure that each call tells in the same sentence.
 *
 * <p>An exception that left a static initializer would be told once; later calls would only find a
 * class that cannot be used.
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
   * @throws IllegalArgumentException if the choice is none
   * @throws IllegalStateException if the choice cannot be met
   */
  Selection get() {
    if (failure == null) {
      return selection;
    }
    throw again();
  }

  /** A new exception, whose stack trace is that of this call. */
  private RuntimeException again() {
    return failure instanceof IllegalArgumentException
        ? new IllegalArgumentException(failure.getMessage(), failure.getCause())
        : new IllegalStateException(failure.getMessage(), failure.getCause());
  }
}
