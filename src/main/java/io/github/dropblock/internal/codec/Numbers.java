package io.github.dropblock.internal.codec;

import java.math.BigDecimal;

/**
 * Conversion of numbers as JSON libraries return them: any {@link Number}, and a decimal string for
 * whole numbers.
 *
 * <p>The message of each exception is what the value should be, such as "must be a number".
 */
final class Numbers {
  private static final double EXACT_DOUBLES = 0x1p53;

  private Numbers() {}

  static double real(Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw new IllegalArgumentException("must be a number");
  }

  static long whole(Object value) {
    try {
      if (value instanceof Double || value instanceof Float) {
        return exact(((Number) value).doubleValue());
      }
      if (value instanceof Number) {
        return new BigDecimal(value.toString()).longValueExact();
      }
      if (value instanceof String text) {
        return Long.parseLong(text);
      }
    } catch (ArithmeticException | NumberFormatException e) {
      throw new IllegalArgumentException("must be a whole number of 64 bits", e);
    }
    throw new IllegalArgumentException("must be a whole number");
  }

  /** Converts a double to a whole number. Beyond 2^53 it may be a rounded one and is refused. */
  private static long exact(double value) {
    if (!(Math.abs(value) <= EXACT_DOUBLES && value == Math.rint(value))) {
      throw new IllegalArgumentException("must be a whole number");
    }
    return (long) value;
  }
}
