package io.github.dropblock;

/**
 * What is written to dropped positions. The gradient there is 0, whatever is written.
 *
 * <p>Immutable. Fills are equal if they write the same; {@code toString} shows the call that makes
 * one.
 *
 * @since 0.1.0
 */
public sealed interface Fill permits ConstantFill, GaussianFill {
  /**
   * Writes +0.0 (the paper).
   *
   * @return the fill
   */
  static Fill zero() {
    return ConstantFill.ZERO;
  }

  /**
   * Writes one value everywhere, such as the mean of the data.
   *
   * @param value finite
   * @return the fill
   * @throws IllegalArgumentException if {@code value} is not finite
   */
  static Fill constant(float value) {
    return new ConstantFill(value);
  }

  /**
   * Writes Gaussian noise, independent for each element, also where elements share a mask. It
   * follows the randomness contract: each value depends only on the seed, the step, the sample's
   * index in the whole batch and the element's position in the sample.
   *
   * @param mean finite
   * @param standardDeviation finite and at least 0; 9 of it from the mean must still be a float
   * @return the fill
   * @throws IllegalArgumentException if an argument is out of range
   */
  static Fill gaussian(double mean, double standardDeviation) {
    return new GaussianFill(mean, standardDeviation);
  }
}
