package io.github.dropblock.internal.mask;

/**
 * Probability {@code (1 - gamma)^n} that none of n seeds is drawn, with its complement and its
 * derivative.
 *
 * <p>Two difficulties shape this class. First, a mask must not depend on the machine, but the last
 * bit of {@code Math.pow} may, so powers are computed by repeated squaring. Second, gamma may be as
 * small as 1e-18, where {@code 1 - gamma} rounds to 1 and all information is lost. So the
 * complement, the probability to be dropped, is computed alongside: two independent causes with
 * probabilities p and r drop {@code p + (1 - p) r}, a sum of positive terms in which nothing
 * cancels. The relative error of the result is that of a gamma with an error in its last digits,
 * for any n.
 */
final class KeptPower {
  private double kept = 1;
  private double dropped;
  private double slope;

  /** Sets this to the first power. */
  void set(double gamma) {
    kept = 1 - gamma;
    dropped = gamma;
    slope = 1;
  }

  /** Sets this to the power 0, which is 1. */
  void setOne() {
    kept = 1;
    dropped = 0;
    slope = 0;
  }

  /** Copies the value of another. */
  void set(KeptPower other) {
    kept = other.kept;
    dropped = other.dropped;
    slope = other.slope;
  }

  /** Sets this to a power of a different object, by repeated squaring. */
  void setPower(KeptPower base, int exponent) {
    if (exponent == 0) {
      setOne();
      return;
    }
    set(base);
    for (int bit = Integer.highestOneBit(exponent) >> 1; bit != 0; bit >>= 1) {
      multiply(this);
      if ((exponent & bit) != 0) {
        multiply(base);
      }
    }
  }

  /** Multiplies this by another power of the same base, or by itself. */
  void multiply(KeptPower other) {
    slope = slope * other.kept + kept * other.slope;
    dropped += kept * other.dropped;
    // Both forms are equal, and this takes the more exact one: squaring doubles a relative error.
    kept = dropped < 0.5 ? 1 - dropped : kept * other.kept;
  }

  /** Returns the probability. */
  double kept() {
    return kept;
  }

  /** Returns the derivative of the probability with respect to gamma, with the opposite sign. */
  double slope() {
    return slope;
  }
}
