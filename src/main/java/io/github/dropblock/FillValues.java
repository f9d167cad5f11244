package io.github.dropblock;

import io.github.dropblock.internal.apply.FillValue;

/** Fills to and from their internal form. */
final class FillValues {
  private FillValues() {}

  static FillValue of(Fill fill) {
    if (fill instanceof GaussianFill noise) {
      return new FillValue.Noise(noise.mean(), noise.standardDeviation());
    }
    return new FillValue.Constant(((ConstantFill) fill).value());
  }

  static Fill fill(FillValue value) {
    if (value instanceof FillValue.Noise noise) {
      return Fill.gaussian(noise.mean(), noise.standardDeviation());
    }
    return Fill.constant(((FillValue.Constant) value).value());
  }
}
