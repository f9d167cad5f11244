package io.github.dropblock;

import io.github.dropblock.internal.kernel.KernelSelector;

/**
 * Tells which implementation of the hot loops runs in this JVM, and why. Results never depend on
 * it.
 *
 * @param name short name, such as {@code scalar}
 * @param reason one line
 * @since 0.1.0
 */
public record KernelInfo(String name, String reason) {
  /**
   * Returns the kernels in use.
   *
   * @return name and reason
   * @throws IllegalArgumentException if the system property {@code dropblock.kernels} is neither
   *     {@code auto}, {@code scalar} nor {@code vector}
   * @throws IllegalStateException if that property is {@code vector} and this JVM cannot have them;
   *     the message says why
   */
  public static KernelInfo current() {
    KernelSelector.Selection selection = KernelSelector.selection();
    return new KernelInfo(selection.kernels().name(), selection.reason());
  }
}
