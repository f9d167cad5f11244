package io.github.dropblock.internal.random;

/**
 * Quantile function of the standard normal distribution, to about 16 digits.
 *
 * <p>Source: Wichura, "Algorithm AS 241: the percentage points of the normal distribution" (Applied
 * Statistics 37, 1988), routine PPND16. It uses rational functions, an exact square root and {@link
 * StrictMath#log}, so the result has the same bits on every JVM.
 *
 * @see <a href="https://doi.org/10.2307/2347330">Wichura, "Algorithm AS 241: the percentage points
 *     of the normal distribution", Applied Statistics 37, 1988</a>
 */
@SuppressWarnings("FloatingPointLiteralPrecision") // As published.
public final class NormalQuantile {
  /** Half the width of the middle part, in probability, and its square. */
  private static final double MIDDLE = 0.425;

  private static final double MIDDLE_SQUARED = 0.180625;

  /** Start of the far tail, in r = sqrt(-log p). */
  private static final double FAR = 5;

  private static final double NEAR_CENTER = 1.6;

  // Numerators and denominators, from the highest power down.
  private static final double[] MIDDLE_NUMERATOR = {
    2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4,
    4.5921953931549871457e4, 1.3731693765509461125e4, 1.9715909503065514427e3,
    1.3314166789178437745e2, 3.3871328727963666080e0
  };
  private static final double[] MIDDLE_DENOMINATOR = {
    5.2264952788528545610e3, 2.8729085735721942674e4, 3.9307895800092710610e4,
    2.1213794301586595867e4, 5.3941960214247511077e3, 6.8718700749205790830e2,
    4.2313330701600911252e1, 1
  };
  private static final double[] NEAR_NUMERATOR = {
    7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1,
    1.27045825245236838258e0, 3.64784832476320460504e0, 5.76949722146069140550e0,
    4.63033784615654529590e0, 1.42343711074968357734e0
  };
  private static final double[] NEAR_DENOMINATOR = {
    1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2,
    1.48103976427480074590e-1, 6.89767334985100004550e-1, 1.67638483018380384940e0,
    2.05319162663775882187e0, 1
  };
  private static final double[] FAR_NUMERATOR = {
    2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3,
    2.65321895265761230930e-2, 2.96560571828504891230e-1, 1.78482653991729133580e0,
    5.46378491116411436990e0, 6.65790464350110377720e0
  };
  private static final double[] FAR_DENOMINATOR = {
    2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5,
    7.86869131145613259100e-4, 1.48753612908506148525e-2, 1.36929880922735805310e-1,
    5.99832206555887937690e-1, 1
  };

  private NormalQuantile() {}

  /** Returns the value below which a standard normal variable lies with a probability in (0, 1). */
  public static double at(double p) {
    double q = p - 0.5;
    if (Math.abs(q) <= MIDDLE) {
      return q * ratio(MIDDLE_NUMERATOR, MIDDLE_DENOMINATOR, MIDDLE_SQUARED - q * q);
    }
    double r = Math.sqrt(-StrictMath.log(q < 0 ? p : 1 - p));
    double tail =
        r <= FAR
            ? ratio(NEAR_NUMERATOR, NEAR_DENOMINATOR, r - NEAR_CENTER)
            : ratio(FAR_NUMERATOR, FAR_DENOMINATOR, r - FAR);
    return q < 0 ? -tail : tail;
  }

  private static double ratio(double[] numerator, double[] denominator, double x) {
    return polynomial(numerator, x) / polynomial(denominator, x);
  }

  private static double polynomial(double[] coefficients, double x) {
    double value = 0;
    for (double coefficient : coefficients) {
      value = value * x + coefficient;
    }
    return value;
  }
}
