package io.github.dropblock.reliability.load;

import io.github.dropblock.DropMask;
import io.github.dropblock.tensor.Shape;
import java.nio.FloatBuffer;

/** Hashes of results, to the last bit. None allocates anything. */
final class Hash {
  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  private Hash() {}

  static long add(long hash, long value) {
    return Long.rotateLeft(hash ^ value, 29) * MULTIPLIER;
  }

  static long of(float[] values) {
    long hash = values.length;
    for (float value : values) {
      hash = add(hash, Float.floatToRawIntBits(value));
    }
    return hash;
  }

  /** Of all elements up to the limit. */
  static long of(FloatBuffer values) {
    long hash = values.limit();
    for (int i = 0; i < values.limit(); i++) {
      hash = add(hash, Float.floatToRawIntBits(values.get(i)));
    }
    return hash;
  }

  static long of(byte[] values) {
    long hash = values.length;
    for (byte value : values) {
      hash = add(hash, value);
    }
    return hash;
  }

  /** The bits, the count and the factors of a mask. */
  static long of(DropMask mask) {
    Shape shape = mask.shape();
    long hash = mask.keptCount();
    for (int n = 0; n < shape.n(); n++) {
      for (int c = 0; c < shape.c(); c++) {
        hash = add(hash, Float.floatToRawIntBits(mask.scale(n, c)));
        hash = ofPlane(mask, n, c, hash);
      }
    }
    return hash;
  }

  private static long ofPlane(DropMask mask, int n, int c, long before) {
    Shape shape = mask.shape();
    long hash = before;
    for (int d = 0; d < shape.d(); d++) {
      for (int h = 0; h < shape.h(); h++) {
        for (int w = 0; w < shape.w(); w++) {
          hash = add(hash, mask.isKept(n, c, d, h, w) ? 1 : 2);
        }
      }
    }
    return hash;
  }
}
