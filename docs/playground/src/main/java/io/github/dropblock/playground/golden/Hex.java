package io.github.dropblock.playground.golden;

import java.util.HexFormat;

/** Bits of numbers as hexadecimal digits. */
final class Hex {
  private Hex() {}

  static String of(int value) {
    return HexFormat.of().toHexDigits(value);
  }

  static String of(long value) {
    return HexFormat.of().toHexDigits(value);
  }

  static String of(float value) {
    return of(Float.floatToRawIntBits(value));
  }

  static String of(double value) {
    return of(Double.doubleToRawLongBits(value));
  }

  /** Returns the word of 16 digits. */
  static long parse(String digits) {
    return Long.parseLong(digits.substring(0, 8), 16) << 32
        | Long.parseLong(digits.substring(8), 16);
  }
}
