package io.github.dropblock.internal.apply;

/** The value that is written to a dropped element. */
public sealed interface FillValue {
  /** What the kernels write. */
  FillValue ZERO = new Constant(0f);

  /** One value for all elements. */
  record Constant(float value) implements FillValue {}

  /** Normal noise, independent for each element. */
  record Noise(double mean, double standardDeviation) implements FillValue {}
}
