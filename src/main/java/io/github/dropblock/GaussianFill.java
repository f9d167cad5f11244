package io.github.dropblock;

import io.github.dropblock.internal.check.Check;
import io.github.dropblock.internal.codec.MapReader;
import io.github.dropblock.internal.codec.MapWriter;
import java.util.Map;

/**
 * Gaussian noise.
 *
 * @param mean finite
 * @param standardDeviation finite and at least 0
 */
record GaussianFill(double mean, double standardDeviation) implements Fill {
  static final String TYPE = "gaussian";

  /** A normal number of 52 random bits lies within 8.3. */
  private static final int MOST_DEVIATIONS = 9;

  GaussianFill {
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
  }

  static GaussianFill read(MapReader in) {
    return new GaussianFill(in.real("mean"), in.real("standardDeviation"));
  }

  Map<String, Object> toMap() {
    return MapWriter.of(TYPE).put("mean", mean).put("standardDeviation", standardDeviation).map();
  }

  @Override
  public String toString() {
    return "gaussian(" + mean + ", " + standardDeviation + ")";
  }
}
