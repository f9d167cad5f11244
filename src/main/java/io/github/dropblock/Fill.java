package io.github.dropblock;

import io.github.dropblock.internal.check.Check;

/**
 * What is written to dropped positions. The gradient there is 0, whatever is written.
 *
 * <p>Immutable.
 *
 * @since 0.1.0
 */
public sealed interface Fill {
  /**
   * +0.0 (the paper).
   *
   * @return the fill
   */
  static Fill zero() {
    return Constant.ZERO;
  }

  /**
   * One value everywhere, such as the mean of the data.
   *
   * @param value finite
   * @return the fill
   * @throws IllegalArgumentException if {@code value} is not finite
   */
  static Fill constant(float value) {
    return new Constant(value);
  }

  /**
   * Gaussian noise, independent for each element, also where elements share a mask. It follows the
   * randomness contract: each value depends only on the seed, the step, the sample's index in the
   * whole batch and the element's position in the sample.
   *
   * @param mean finite
   * @param standardDeviation finite and at least 0; 9 of it from the mean must still be a float
   * @return the fill
   * @throws IllegalArgumentException if an argument is out of range
   */
  static Fill gaussian(double mean, double standardDeviation) {
    return new Gaussian(mean, standardDeviation);
  }

  /**
   * One value everywhere.
   *
   * @param value finite
   */
  record Constant(float value) implements Fill {
    static final Constant ZERO = new Constant(0f);

    /**
     * Checks the value.
     *
     * @param value finite
     * @throws IllegalArgumentException if {@code value} is not finite
     */
    public Constant {
      Check.finite("fill value", value);
    }
  }

  /**
   * Gaussian noise.
   *
   * @param mean finite
   * @param standardDeviation finite and at least 0
   */
  record Gaussian(double mean, double standardDeviation) implements Fill {
    /** A normal number of 52 random bits lies within 8.3. */
    private static final int MOST_DEVIATIONS = 9;

    /**
     * Checks the parameters.
     *
     * @param mean finite
     * @param standardDeviation finite and at least 0
     * @throws IllegalArgumentException if a parameter is out of range
     */
    public Gaussian {
      Check.finite("fill mean", mean);
      Check.nonNegative("fill standardDeviation", standardDeviation);
      if (!(Math.abs(mean) + MOST_DEVIATIONS * standardDeviation <= Float.MAX_VALUE)) {
        throw new IllegalArgumentException(
            "fill mean and standardDeviation must give floats, up to "
                + MOST_DEVIATIONS
                + " deviations from the mean: "
                + mean
                + " and "
                + standardDeviation);
      }
    }
  }
}
