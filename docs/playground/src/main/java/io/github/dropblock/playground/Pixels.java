package io.github.dropblock.playground;

import io.github.dropblock.DropMask;
import io.github.dropblock.tensor.Tensor;

/** Pictures with one pixel per position: red, green, blue and opacity, row after row. */
final class Pixels {
  private static final int BYTES = 4;
  private static final int DROPPED = 0xe8590c;

  /** Colors of rates from 0 to the largest: dark, violet, orange, bright. */
  private static final int[] HEAT = {0x0b0924, 0x3b0f70, 0x8c2981, 0xde4968, 0xfe9f6d, 0xfcfdbf};

  private Pixels() {}

  /** Returns dropped positions in a color, and leaves kept positions transparent. */
  static byte[] ofMask(DropMask mask, int n, int c) {
    int w = mask.shape().w();
    byte[] pixels = new byte[BYTES * mask.shape().h() * w];
    for (int i = 0; i < pixels.length / BYTES; i++) {
      if (!mask.isKept(n, c, i / w, i % w)) {
        set(pixels, i, DROPPED);
      }
    }
    return pixels;
  }

  /**
   * Returns one plane in gray, from 0 to the value of white.
   *
   * @param mask colors the positions that it drops; null if none are to be colored
   */
  static byte[] ofPlane(Tensor x, int n, int c, float white, DropMask mask) {
    int w = x.shape().w();
    byte[] pixels = new byte[BYTES * x.shape().h() * w];
    for (int i = 0; i < pixels.length / BYTES; i++) {
      int row = i / w;
      int column = i % w;
      boolean marked = mask != null && !mask.isKept(n, c, row, column);
      set(pixels, i, marked ? DROPPED : gray(x.get(n, c, row, column), white));
    }
    return pixels;
  }

  /** Returns colors from dark for 0 to bright for the largest value. */
  static byte[] ofRates(double[] rates, double largest) {
    byte[] pixels = new byte[BYTES * rates.length];
    for (int i = 0; i < rates.length; i++) {
      set(pixels, i, heat(largest == 0 ? 0 : rates[i] / largest));
    }
    return pixels;
  }

  private static int gray(float value, float white) {
    float level = white == 0 ? 0 : 255 * value / white;
    return 0x010101 * (int) Math.max(0, Math.min(255, level));
  }

  private static int heat(double value) {
    double place = Math.max(0, Math.min(1, value)) * (HEAT.length - 1);
    int below = Math.min(HEAT.length - 2, (int) place);
    double share = place - below;
    int color = 0;
    for (int shift = 0; shift < 24; shift += 8) {
      int from = HEAT[below] >> shift & 0xff;
      int to = HEAT[below + 1] >> shift & 0xff;
      color |= (int) (from + share * (to - from)) << shift;
    }
    return color;
  }

  private static void set(byte[] pixels, int i, int color) {
    pixels[BYTES * i] = (byte) (color >> 16);
    pixels[BYTES * i + 1] = (byte) (color >> 8);
    pixels[BYTES * i + 2] = (byte) color;
    pixels[BYTES * i + 3] = (byte) 0xff;
  }
}
