package io.github.dropblock;

import io.github.dropblock.internal.apply.FillValue;
import io.github.dropblock.internal.check.Check;
import io.github.dropblock.internal.codec.MapReader;
import io.github.dropblock.internal.codec.MapWriter;
import java.util.Map;

/**
 * Value that is written to dropped positions. The gradient there is 0 for every fill.
 *
 * <p>Immutable. Fills are equal if they write the same values. {@code toString} returns the call
 * that creates an equal one.
 *
 * @since 0.1.0
 */
public final class Fill {
  private static final String CONSTANT = "constant";
  private static final String GAUSSIAN = "gaussian";

  /** Bound on the noise in standard deviations, of which it has at most 6.4. */
  private static final int MOST_DEVIATIONS = 9;

  private static final Fill ZERO = new Fill(FillValue.ZERO);

  private final FillValue value;

  private Fill(FillValue value) {
    this.value = value;
  }

  /**
   * Returns the fill that writes +0.0, as in the paper.
   *
   * @return the fill
   */
  public static Fill zero() {
    return ZERO;
  }

  /**
   * Returns a fill that writes one value everywhere, such as the mean of the data.
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
   * Returns a fill that writes Gaussian noise, independent for each element, even where elements
   * share a mask. Each value depends only on the seed, the step, the sample's index in the whole
   * batch and the element's position in the sample.
   *
   * @param mean finite
   * @param standardDeviation finite and at least 0; the mean plus or minus 9 standard deviations
   *     must be in the range of float
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

  /** Returns the fill of an internal form, which was checked when it was created. */
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

  /** Tells whether another fill writes the same values. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Fill f && value.equals(f.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** Returns the call that creates the fill. */
  @Override
  public String toString() {
    if (value instanceof FillValue.Noise noise) {
      return "gaussian(" + noise.mean() + ", " + noise.standardDeviation() + ")";
    }
    return equals(ZERO) ? "zero()" : "constant(" + ((FillValue.Constant) value).value() + ")";
  }
}
