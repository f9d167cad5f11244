package io.github.dropblock.internal.apply;

/**
 * Affine step after dropped elements were set to a value, which keeps the mean 0 and the variance 1
 * of the input.
 *
 * <p>Before the step, the mean is {@code (1 - q) v} and the variance is {@code q + v^2 q (1 - q)},
 * with the keep probability q and the value v. The step subtracts the one and divides by the root
 * of the other.
 *
 * @param scale the factor a of kept elements
 * @param fill the value {@code a v + b} of dropped elements, and the shift b of kept ones
 */
public record AffineStep(float scale, FillValue fill) {
  /** Returns the step for a keep probability and a value. If nothing can be kept, it gives 0. */
  public static AffineStep of(double keepProb, double value) {
    double dropProb = 1 - keepProb;
    if (dropProb == 1) {
      return new AffineStep(0f, FillValue.Constant.ZERO);
    }
    double a = 1 / Math.sqrt(keepProb * (1 + value * value * dropProb));
    double dropped = a * value;
    // a v + b is a v q. The difference would lose digits.
    FillValue fill =
        new FillValue.Constant((float) (dropped * keepProb), (float) (-dropped * dropProb));
    return new AffineStep((float) a, fill);
  }
}
