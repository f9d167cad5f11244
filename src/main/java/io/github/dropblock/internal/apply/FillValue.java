package io.github.dropblock.internal.apply;

/** Value that is written to dropped elements. */
public sealed interface FillValue {
  /** Zero, which the kernels write by themselves. */
  FillValue ZERO = new Constant(0f);

  /** One value for all elements. */
  record Constant(float value) implements FillValue {}

  /** Normal noise, independent for each element. */
  record Noise(double mean, double standardDeviation) implements FillValue {}
}
