package io.github.dropblock.internal.apply;

/** Binary floating-point format of 16 bits, with sign, exponent and significand as in IEEE 754. */
public enum HalfFormat {
  /**
   * IEEE 754 binary16, with 5 bits of exponent and 10 of significand. The largest number is 65504.
   */
  BINARY16(5),

  /** The upper half of a float, with 8 bits of exponent and 7 of significand. */
  BFLOAT16(8);

  private static final int FLOAT_BIAS = 127;
  private static final int FLOAT_SIGNIFICAND = 23;
  private static final int FLOAT_INFINITY = 0x7F800000;

  private final int significand;
  private final int bias;

  /** The bits of infinity. */
  private final int infinity;

  HalfFormat(int exponent) {
    significand = Short.SIZE - 1 - exponent;
    bias = (1 << (exponent - 1)) - 1;
    infinity = ((1 << exponent) - 1) << significand;
  }

  /** Returns the nearest finite number to a finite float; of two, the even one. */
  short nearestFinite(float value) {
    int bits = nearest(value) & 0xFFFF;
    boolean overflows = (bits & 0x7FFF) == infinity;
    return (short) (overflows ? bits - 1 : bits);
  }

  /**
   * Returns the nearest number; of two, the even one. Floats that are too large become infinite.
   */
  public short nearest(float value) {
    int floatBits = Float.floatToRawIntBits(value);
    int magnitude = floatBits & 0x7FFFFFFF;
    int half = magnitude > FLOAT_INFINITY ? nan(magnitude) : round(magnitude);
    return (short) (((floatBits >>> Short.SIZE) & 0x8000) | half);
  }

  /** Returns a quiet NaN with the upper bits of a float's payload. */
  private int nan(int magnitude) {
    int payload = (magnitude >>> (FLOAT_SIGNIFICAND - significand)) & ((1 << significand) - 1);
    return infinity | (1 << (significand - 1)) | payload;
  }

  private int round(int magnitude) {
    if (magnitude == FLOAT_INFINITY) {
      return infinity;
    }
    int floatExponent = Math.max(1, magnitude >>> FLOAT_SIGNIFICAND);
    int digits = magnitude - ((floatExponent - 1) << FLOAT_SIGNIFICAND);
    int exponent = floatExponent - FLOAT_BIAS + bias;
    int cut = FLOAT_SIGNIFICAND - significand;
    if (exponent < 1) {
      // A subnormal number: each missing exponent costs a digit.
      return roundOff(digits, Math.min(cut + 1 - exponent, FLOAT_SIGNIFICAND + 2));
    }
    // A digit that is carried over from the significand adds 1 to the exponent, as it should.
    return Math.min(infinity, roundOff(((exponent - 1) << FLOAT_SIGNIFICAND) + digits, cut));
  }

  /**
   * Returns a number without its last binary digits, rounded to the nearest number; of two, the
   * even one.
   */
  private static int roundOff(int number, int digits) {
    int quotient = number >>> digits;
    int rest = number & ((1 << digits) - 1);
    int half = 1 << (digits - 1);
    return rest > half || (rest == half && (quotient & 1) == 1) ? quotient + 1 : quotient;
  }
}
