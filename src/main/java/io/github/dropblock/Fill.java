package io.github.dropblock;

import io.github.dropblock.internal.apply.FillValue;
import io.github.dropblock.internal.check.Check;
import io.github.dropblock.internal.codec.MapReader;
import io.github.dropblock.internal.codec.MapWriter;
import io.github.dropblock.internal.random.NoiseDistribution;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

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
  private static final String SHIFTED = "shifted";
  private static final String PER_CHANNEL = "perChannel";
  private static final String GAUSSIAN = "gaussian";
  private static final String CLAMPED = "clampedGaussian";
  private static final String UNIFORM = "uniform";

  /** Bound on the noise in standard deviations: the quantile of 32 random bits lies within 6.4. */
  private static final int MOST_DEVIATIONS = 7;

  private static final Fill ZERO = new Fill(FillValue.Constant.ZERO);

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
    return constant(value, 0);
  }

  /**
   * Returns a fill that writes one value to dropped positions, and adds a number to kept ones:
   * {@code y = kept ? x * scale + shift : value}. {@link AlphaDropout} needs it. The product and
   * the sum are both rounded to floats. The shift changes no gradient.
   *
   * @param value finite
   * @param shift finite; 0 adds nothing
   * @return the fill
   * @throws IllegalArgumentException if an argument is not finite
   */
  public static Fill constant(float value, float shift) {
    Check.finite("fill value", value);
    Check.finite("fill shift", shift);
    return new Fill(new FillValue.Constant(value, shift));
  }

  /**
   * Returns a fill that writes one value per channel, such as the mean color of a data set.
   *
   * @param values one finite value for each channel; copied. A mask for another number of channels
   *     is refused with an {@code IllegalArgumentException}.
   * @return the fill
   * @throws IllegalArgumentException if {@code values} is null or empty, or one is not finite
   */
  public static Fill perChannel(float... values) {
    Check.notNull("fill values", values);
    Check.atLeast("fill values.length", values.length, 1);
    for (int c = 0; c < values.length; c++) {
      Check.finite("fill values[" + c + "]", values[c]);
    }
    return new Fill(new FillValue.PerChannel(values));
  }

  /**
   * Returns a fill that writes Gaussian noise, independent for each element, even where elements
   * share a mask. Each value depends only on the seed, the step, the sample's index in the whole
   * batch and the element's position in the sample.
   *
   * @param mean finite
   * @param standardDeviation finite and at least 0; the mean plus or minus 7 standard deviations
   *     must be in the range of float
   * @return the fill
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static Fill gaussian(double mean, double standardDeviation) {
    NoiseDistribution.Normal normal = normal(mean, standardDeviation);
    if (!(Math.abs(mean) + MOST_DEVIATIONS * standardDeviation <= Float.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "fill mean and standardDeviation must give floats, up to "
              + MOST_DEVIATIONS
              + " deviations from the mean: "
              + mean
              + " and "
              + standardDeviation);
    }
    return new Fill(new FillValue.Noise(normal));
  }

  /**
   * Returns a fill that writes Gaussian noise as {@link #gaussian(double, double)}. Values below
   * {@code low} become {@code low}, and values above {@code high} become {@code high}.
   *
   * @param mean finite
   * @param standardDeviation finite and at least 0
   * @param low in the range of float
   * @param high in the range of float, at least {@code low}
   * @return the fill
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static Fill gaussian(double mean, double standardDeviation, double low, double high) {
    NoiseDistribution.Normal normal = normal(mean, standardDeviation);
    checkBounds(low, high);
    return new Fill(new FillValue.Noise(new NoiseDistribution.Clamped(normal, low, high)));
  }

  /**
   * Returns a fill that writes uniform noise between two bounds, independent for each element, as
   * {@link #gaussian(double, double)} does.
   *
   * @param low in the range of float
   * @param high in the range of float, at least {@code low}
   * @return the fill
   * @throws IllegalArgumentException if an argument is out of range
   */
  public static Fill uniform(double low, double high) {
    checkBounds(low, high);
    return new Fill(new FillValue.Noise(new NoiseDistribution.Uniform(low, high)));
  }

  private static NoiseDistribution.Normal normal(double mean, double standardDeviation) {
    Check.finite("fill mean", mean);
    Check.nonNegative("fill standardDeviation", standardDeviation);
    return new NoiseDistribution.Normal(mean, standardDeviation);
  }

  private static void checkBounds(double low, double high) {
    if (!(-Float.MAX_VALUE <= low && low <= high && high <= Float.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "fill low and high must be floats with low <= high: " + low + " and " + high);
    }
  }

  /** Returns the internal form. */
  FillValue value() {
    return value;
  }

  /** Returns the fill of an internal form, which was checked when it was created. */
  static Fill of(FillValue value) {
    return value.equals(FillValue.Constant.ZERO) ? ZERO : new Fill(value);
  }

  static Fill read(MapReader in) {
    String type = in.type();
    Fill fill =
        switch (type) {
          case CONSTANT -> constant((float) in.real("value"));
          case SHIFTED -> constant((float) in.real("value"), (float) in.real("shift"));
          case PER_CHANNEL -> perChannel(floats(in.reals("values")));
          case GAUSSIAN -> gaussian(in.real("mean"), in.real("standardDeviation"));
          case CLAMPED ->
              gaussian(
                  in.real("mean"), in.real("standardDeviation"), in.real("low"), in.real("high"));
          case UNIFORM -> uniform(in.real("low"), in.real("high"));
          default -> throw in.unknownType(type);
        };
    in.end();
    return fill;
  }

  private static float[] floats(double... values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  Map<String, Object> toMap() {
    if (value instanceof FillValue.Noise noise) {
      return toMap(noise.distribution());
    }
    if (value instanceof FillValue.PerChannel perChannel) {
      List<Double> values =
          IntStream.range(0, perChannel.channels())
              .mapToObj(c -> (double) perChannel.value(c))
              .toList();
      return MapWriter.of(PER_CHANNEL).put("values", values).map();
    }
    FillValue.Constant constant = (FillValue.Constant) value;
    MapWriter map = MapWriter.of(constant.shift() == 0 ? CONSTANT : SHIFTED);
    map.put("value", (double) constant.value());
    return (constant.shift() == 0 ? map : map.put("shift", (double) constant.shift())).map();
  }

  private static Map<String, Object> toMap(NoiseDistribution noise) {
    if (noise instanceof NoiseDistribution.Normal normal) {
      return put(MapWriter.of(GAUSSIAN), normal).map();
    }
    if (noise instanceof NoiseDistribution.Clamped clamped) {
      return put(MapWriter.of(CLAMPED), clamped.normal())
          .put("low", clamped.low())
          .put("high", clamped.high())
          .map();
    }
    NoiseDistribution.Uniform uniform = (NoiseDistribution.Uniform) noise;
    return MapWriter.of(UNIFORM).put("low", uniform.low()).put("high", uniform.high()).map();
  }

  private static MapWriter put(MapWriter map, NoiseDistribution.Normal normal) {
    return map.put("mean", normal.mean()).put("standardDeviation", normal.standardDeviation());
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
      return text(noise.distribution());
    }
    if (value instanceof FillValue.PerChannel perChannel) {
      return "perChannel(" + perChannel + ")";
    }
    FillValue.Constant constant = (FillValue.Constant) value;
    String shift = constant.shift() == 0 ? "" : ", " + constant.shift();
    return equals(ZERO) ? "zero()" : "constant(" + constant.value() + shift + ")";
  }

  private static String text(NoiseDistribution noise) {
    if (noise instanceof NoiseDistribution.Uniform uniform) {
      return "uniform(" + uniform.low() + ", " + uniform.high() + ")";
    }
    if (noise instanceof NoiseDistribution.Clamped clamped) {
      return text(clamped.normal(), ", " + clamped.low() + ", " + clamped.high());
    }
    return text((NoiseDistribution.Normal) noise, "");
  }

  private static String text(NoiseDistribution.Normal normal, String bounds) {
    return "gaussian(" + normal.mean() + ", " + normal.standardDeviation() + bounds + ")";
  }
}
