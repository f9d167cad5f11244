package io.github.dropblock;

import io.github.dropblock.internal.kernel.KernelSelector;

/**
 * Implementation of the hot loops that runs in this JVM, and the reason for it. Results never
 * depend on it.
 *
 * @param name short name, such as {@code scalar}
 * @param reason the reason, in one line
 * @since 0.1.0
 */
public record KernelInfo(String name, String reason) {
  /**
   * Returns the kernels in use.
   *
   * @return their name and the reason
   * @throws IllegalArgumentException if the system property {@code dropblock.kernels} is neither
   *     {@code auto}, {@code scalar} nor {@code vector}
   * @throws IllegalStateException if that property is {@code vector} and this JVM does not support
   *     them; the message tells why
   */
  public static KernelInfo current() {
    KernelSelector.Selection selection = KernelSelector.selection();
    return new KernelInfo(selection.kernels().name(), selection.reason());
  }
}
