package io.github.dropblock.internal.apply;

/** A binary number of 16 bits: a sign, an exponent and a significand, as IEEE 754 has them. */
public enum HalfFormat {
  /** 5 bits of exponent, 10 of significand: the largest number is 65504. */
  BINARY16(5),

  /** 8 bits of exponent, 7 of significand: the upper half of a float. */
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

  /** Returns the nearest number that is not infinite, of two the even one; for a finite float. */
  short nearestFinite(float value) {
    int bits = nearest(value) & 0xFFFF;
    boolean overflows = (bits & 0x7FFF) == infinity;
    return (short) (overflows ? bits - 1 : bits);
  }

  /** Returns the nearest number, of two the even one. What is too large becomes infinite. */
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
      // A subnormal number: each exponent that is missing costs a digit.
      return roundOff(digits, Math.min(cut + 1 - exponent, FLOAT_SIGNIFICAND + 2));
    }
    // A digit that is carried over from the significand adds 1 to the exponent, as it should.
    return Math.min(infinity, roundOff(((exponent - 1) << FLOAT_SIGNIFICAND) + digits, cut));
  }

  /** Returns a number without its last binary digits, rounded to the nearest, of two the even. */
  private static int roundOff(int number, int digits) {
    int quotient = number >>> digits;
    int rest = number & ((1 << digits) - 1);
    int half = 1 << (digits - 1);
    return rest > half || (rest == half && (quotient & 1) == 1) ? quotient + 1 : quotient;
  }
}
