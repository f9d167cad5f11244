package io.github.dropblock.internal.mask;

/**
 * Divides non-negative ints by a constant with a multiplication and a shift.
 *
 * <p>With {@code s = 31 + ceil(log2 d)} and {@code m = ceil(2^s / d)}, {@code n * m >> s} is the
 * quotient for each n below 2^31 (Granlund and Montgomery, "Division by invariant integers using
 * multiplication", PLDI 1994, theorem 4.2).
 *
 * @see <a href="https://doi.org/10.1145/178243.178249">Granlund and Montgomery, "Division by
 *     invariant integers using multiplication", PLDI 1994</a>
 */
final class Divisor {
  private final long multiplier;
  private final int shift;

  Divisor(int divisor) {
    shift = 31 + (Integer.SIZE - Integer.numberOfLeadingZeros(divisor - 1));
    multiplier = ((1L << shift) + divisor - 1) / divisor;
  }

  int quotient(int n) {
    return (int) ((n * multiplier) >>> shift);
  }
}
