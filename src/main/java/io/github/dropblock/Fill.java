package io.github.dropblock;

import io.github.dropblock.internal.apply.FillValue;
import io.github.dropblock.internal.check.Check;
import io.github.dropblock.internal.codec.MapReader;
import io.github.dropblock.internal.codec.MapWriter;
import java.util.Map;

/**
 * What is written to dropped positions. The gradient there is 0, whatever is written.
 *
 * <p>Immutable. Fills are equal if they write the same, and {@code toString} shows the call that
 * makes one.
 *
 * @since 0.1.0
 */
public final class Fill {
  private static final String CONSTANT = "constant";
  private static final String GAUSSIAN = "gaussian";

  /** A normal number of 52 random bits lies within 8.3. */
  private static final int MOST_DEVIATIONS = 9;

  private static final Fill ZERO = new Fill(FillValue.ZERO);

  private final FillValue value;

  private Fill(FillValue value) {
    this.value = value;
  }

  /**
   * Writes +0.0 (the paper).
   *
   * @return the fill
   */
  public static Fill zero() {
    return ZERO;
  }

  /**
   * Writes one value everywhere, such as the mean of the data.
   *
   * @param value finite
   * @return the fill
   * @throws IllegalArgumentException if {@code value} is not finite
   */
  public static Fill constant(float value) {
    Check.finite("fill value", value);
    return new Fill(new FillValue.Constant(value));
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
  public static Fill gaussian(double mean, double standardDeviation) {
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
    return new Fill(new FillValue.Noise(mean, standardDeviation));
  }

  /** Returns the internal form. */
  FillValue value() {
    return value;
  }

  /** Returns the fill of an internal form, which was checked when it was made. */
  static Fill of(FillValue value) {
    return value.equals(FillValue.ZERO) ? ZERO : new Fill(value);
  }

  static Fill read(MapReader in) {
    String type = in.type();
    Fill fill =
        switch (type) {
          case CONSTANT -> constant((float) in.real("value"));
          case GAUSSIAN -> gaussian(in.real("mean"), in.real("standardDeviation"));
          default -> throw in.unknownType(type);
        };
    in.end();
    return fill;
  }

  Map<String, Object> toMap() {
    if (value instanceof FillValue.Noise noise) {
      return MapWriter.of(GAUSSIAN)
          .put("mean", noise.mean())
          .put("standardDeviation", noise.standardDeviation())
          .map();
    }
    return MapWriter.of(CONSTANT).put("value", (double) ((FillValue.Constant) value).value()).map();
  }

  /** Returns whether the other writes the same. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Fill f && value.equals(f.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** Returns the call that makes the fill. */
  @Override
  public String toString() {
    if (value instanceof FillValue.Noise noise) {
      return "gaussian(" + noise.mean() + ", " + noise.standardDeviation() + ")";
    }
    return equals(ZERO) ? "zero()" : "constant(" + ((FillValue.Constant) value).value() + ")";
  }
}
