package io.github.dropblock.internal.mask;

/**
 * The probability {@code (1 - gamma)^n} that none of n seeds is drawn, with what is dropped instead
 * and how fast it falls.
 *
 * <p>Powers are taken by multiplication, since the last bit of {@code Math.pow} may differ between
 * machines. A gamma may be as small as 1e-18, where {@code 1 - gamma} is 1. So the complement is
 * carried along, which loses nothing: two independent causes drop {@code p + (1 - p) r}. The result
 * is as exact as if gamma had an error in its last digits, for any n.
 */
final class KeptPower {
  private double kept = 1;
  private double dropped;
  private double slope;

  /** Sets the power 1. */
  void set(double gamma) {
    kept = 1 - gamma;
    dropped = gamma;
    slope = 1;
  }

  /** Sets the power 0. */
  void setOne() {
    kept = 1;
    dropped = 0;
    slope = 0;
  }

  /** Sets another's value. */
  void set(KeptPower other) {
    kept = other.kept;
    dropped = other.dropped;
    slope = other.slope;
  }

  /** Sets another's power, by squaring. The other one is a different object. */
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

  /** Multiplies by another one or by itself. */
  void multiply(KeptPower other) {
    slope = slope * other.kept + kept * other.slope;
    dropped += kept * other.dropped;
    // The more exact of two equal values: a product doubles the relative error of a square.
    kept = dropped < 0.5 ? 1 - dropped : kept * other.kept;
  }

  /** The probability. */
  double kept() {
    return kept;
  }

  /** The derivative of the probability by gamma, with the sign turned. */
  double slope() {
    return slope;
  }
}
