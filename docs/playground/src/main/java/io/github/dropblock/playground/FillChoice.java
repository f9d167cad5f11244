package io.github.dropblock.playground;

import io.github.dropblock.Fill;

/**
 * What is written to dropped positions.
 *
 * @param value the constant, or the mean of the noise
 */
record FillChoice(Type type, double value, double deviation) {
  /** OWN is zero, but for AlphaDropout. */
  enum Type {
    OWN,
    CONSTANT,
    GAUSSIAN
  }

  static FillChoice read(Query query) {
    return new FillChoice(
        query.constant("fill", Type.OWN, Type.values()),
        query.real("fillValue", 0),
        query.real("fillDeviation", 1));
  }

  /** Returns the fill that was chosen in place of the regularizer's own. */
  Fill fill() {
    return type == Type.CONSTANT ? Fill.constant((float) value) : Fill.gaussian(value, deviation);
  }

  /** Returns the call that creates it. */
  String code() {
    return type == Type.CONSTANT
        ? "Fill.constant(" + value + "f)"
        : "Fill.gaussian(" + value + ", " + deviation + ")";
  }
}
