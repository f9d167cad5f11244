package io.github.dropblock.accuracy.augment;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** A change of one gray image, of a fixed size and, where it has one, a direction. */
enum Operation {
  ROTATE,
  SHEAR_X,
  SHEAR_Y,
  BRIGHTNESS,
  CONTRAST,
  POSTERIZE,
  SOLARIZE,
  AUTO_CONTRAST,
  EQUALIZE;

  private static final double DEGREES = 15;
  private static final double SLOPE = 0.2;
  private static final double BRIGHTER = 0.3;
  private static final double STRONGER = 0.4;
  private static final int FOUR_BITS = 0xf0;
  private static final int BRIGHT = 192;
  private static final int WHITE = 255;

  /**
   * Changes an image.
   *
   * @param pixels gray levels from 0 to 255 as unsigned bytes, row by row; not modified
   * @param height rows
   * @param width columns
   * @param sign the direction, 1 or -1
   */
  byte[] apply(byte[] pixels, int height, int width, int sign) {
    return switch (this) {
      case ROTATE -> Affine.rotation(sign * DEGREES).draw(pixels, height, width);
      case SHEAR_X -> Affine.shearX(sign * SLOPE).draw(pixels, height, width);
      case SHEAR_Y -> Affine.shearY(sign * SLOPE).draw(pixels, height, width);
      case BRIGHTNESS -> each(pixels, v -> clamp(v * (1 + sign * BRIGHTER)));
      case CONTRAST -> contrast(pixels, 1 + sign * STRONGER);
      case POSTERIZE -> each(pixels, v -> v & FOUR_BITS);
      case SOLARIZE -> each(pixels, v -> v < BRIGHT ? v : WHITE - v);
      case AUTO_CONTRAST -> autoContrast(pixels);
      case EQUALIZE -> equalize(pixels);
    };
  }

  private static byte[] contrast(byte[] pixels, double factor) {
    double mean = levels(pixels).average().orElse(0);
    return each(pixels, v -> clamp(mean + factor * (v - mean)));
  }

  /** The darkest pixel becomes black, and the brightest white. */
  private static byte[] autoContrast(byte[] pixels) {
    int low = levels(pixels).min().orElse(0);
    int high = levels(pixels).max().orElse(0);
    return low == high
        ? pixels.clone()
        : each(pixels, v -> clamp((double) WHITE * (v - low) / (high - low)));
  }

  /** All levels become about equally frequent; the darkest becomes black. */
  private static byte[] equalize(byte[] pixels) {
    int[] upTo = new int[WHITE + 1];
    levels(pixels).forEach(v -> upTo[v]++);
    Arrays.parallelPrefix(upTo, Integer::sum);
    int darkest = upTo[levels(pixels).min().orElse(0)];
    int others = pixels.length - darkest;
    return others == 0
        ? pixels.clone()
        : each(pixels, v -> clamp((double) WHITE * (upTo[v] - darkest) / others));
  }

  private static IntStream levels(byte[] pixels) {
    return IntStream.range(0, pixels.length).map(i -> pixels[i] & 0xff);
  }

  private static byte[] each(byte[] pixels, IntUnaryOperator change) {
    byte[] changed = new byte[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      changed[i] = (byte) change.applyAsInt(pixels[i] & 0xff);
    }
    return changed;
  }

  private static int clamp(double level) {
    return (int) Math.round(Math.max(0, Math.min(WHITE, level)));
  }
}
