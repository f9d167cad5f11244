package io.github.dropblock.playground;

import io.github.dropblock.Fill;

/**
 * What is written to dropped positions.
 *
 * @param value the constant, or the mean of the noise
 */
record FillChoice(Type type, double value, double deviation) {
  enum Type {
    ZERO,
    CONSTANT,
    GAUSSIAN
  }

  static FillChoice read(Query query) {
    return new FillChoice(
        query.constant("fill", Type.ZERO, Type.values()),
        query.real("fillValue", 0),
        query.real("fillDeviation", 1));
  }

  Fill fill() {
    return switch (type) {
      case ZERO -> Fill.zero();
      case CONSTANT -> Fill.constant((float) value);
      case GAUSSIAN -> Fill.gaussian(value, deviation);
    };
  }

  /** Returns the call that creates it. */
  String code() {
    return switch (type) {
      case ZERO -> "Fill.zero()";
      case CONSTANT -> "Fill.constant(" + value + "f)";
      case GAUSSIAN -> "Fill.gaussian(" + value + ", " + deviation + ")";
    };
  }
}
