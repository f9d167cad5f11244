package io.github.dropblock;

import io.github.dropblock.internal.kernel.KernelSelector;

/**
 * Which implementation of the hot loops runs in this JVM, and why. Results never depend on it.
 *
 * @param name short name, such as {@code scalar}
 * @param reason one line
 * @since 0.1.0
 */
public record KernelInfo(String name, String reason) {
  /**
   * The kernels in use.
   *
   * @return name and reason
   */
  public static KernelInfo current() {
    KernelSelector.Selection selection = KernelSelector.selection();
    return new KernelInfo(selection.kernels().name(), selection.reason());
  }
}
