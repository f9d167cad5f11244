package io.github.dropblock.internal.mask;

/**
 * Geometric series {@code 1 + x + ... + x^(terms - 1)} of a {@link KeptPower}, with its derivative.
 *
 * <p>The series of 2m terms follows from the one of m terms by {@code S(2m) = S(m) + x^m S(m)},
 * which takes about log2(m) steps. Unlike the closed form {@code (1 - x^m) / (1 - x)}, it has only
 * positive terms, so nothing cancels where x is near 1.
 */
final class KeptSeries {
  private final KeptPower next = new KeptPower();
  private double sum;
  private double slope;

  /**
   * Computes the series.
   *
   * @param terms at least 1
   */
  void set(KeptPower x, long terms) {
    next.set(x);
    sum = 1;
    slope = 0;
    for (long bit = Long.highestOneBit(terms) >> 1; bit != 0; bit >>= 1) {
      slope += next.slope() * sum + next.kept() * slope;
      sum += next.kept() * sum;
      next.multiply(next);
      if ((terms & bit) != 0) {
        slope += next.slope();
        sum += next.kept();
        next.multiply(x);
      }
    }
  }

  /** Returns the sum. */
  double sum() {
    return sum;
  }

  /** Returns the derivative of the sum as {@link KeptPower#slope} does. */
  double slope() {
    return slope;
  }

  /** Returns the power with the exponent {@code terms}. It changes with the next series. */
  KeptPower next() {
    return next;
  }
}
