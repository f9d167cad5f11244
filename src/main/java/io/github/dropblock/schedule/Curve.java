package io.github.dropblock.schedule;

import io.github.dropblock.internal.check.Check;

/**
 * A monotone map of [0, 1] onto itself: how far the value has moved when t of the steps are done.
 */
sealed interface Curve {
  Curve LINEAR = new Power(1);
  Curve COSINE = new Cosine();

  double weight(double t);

  static Curve power(double power) {
    return new Power(power);
  }

  /** t to a power. */
  record Power(double power) implements Curve {
    public Power {
      Check.positive("power", power);
    }

    @Override
    public double weight(double t) {
      return StrictMath.pow(t, power);
    }
  }

  /** Half a period of a cosine. */
  record Cosine() implements Curve {
    @Override
    public double weight(double t) {
      return (1 - StrictMath.cos(StrictMath.PI * t)) / 2;
    }
  }
}
