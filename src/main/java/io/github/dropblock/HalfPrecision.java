package io.github.dropblock;

import io.github.dropblock.internal.apply.HalfFormat;

/**
 * Floating-point format of 16 bits.
 *
 * <p>A mask's scale is rounded to the nearest number of the format, subnormal numbers included. Of
 * two nearest numbers, the one whose last bit is 0 is taken. A scale beyond the largest number
 * becomes the largest one and not infinity, since infinity times 0 is NaN. A mask has such a scale
 * only if it keeps less than one element of 65,504.
 *
 * @since 0.1.0
 */
public enum HalfPrecision {
  /**
   * IEEE 754 binary16, also called FP16 or half, with 11 significant bits and numbers up to 65,504.
   */
  BINARY16(HalfFormat.BINARY16),

  /** The upper half of a float, with 8 significant bits and numbers up to 3.39 * 10^38. */
  BFLOAT16(HalfFormat.BFLOAT16);

  private final HalfFormat format;

  HalfPrecision(HalfFormat format) {
    this.format = format;
  }

  /** Returns the internal form. */
  HalfFormat format() {
    return format;
  }
}
