package io.github.dropblock.reliability.fuzz;

import io.github.dropblock.DropMask;
import io.github.dropblock.tensor.Shape;
import java.nio.FloatBuffer;

/**
 * What a mask is to do to each element: {@code kept ? x * scale : fill}, one element after the
 * other.
 *
 * @param kept whether an element is kept
 * @param scales the factor of its plane
 * @param fills what is written if it is dropped
 */
record MaskOracle(boolean[] kept, float[] scales, float[] fills) {
  static MaskOracle of(DropMask mask) {
    Shape s = mask.shape();
    MaskOracle oracle =
        new MaskOracle(new boolean[s.size()], new float[s.size()], new float[s.size()]);
    mask.writeFill(FloatBuffer.wrap(oracle.fills));
    for (int i = 0; i < s.size(); i++) {
      int row = i / s.w();
      int layer = row / s.h();
      int plane = layer / s.d();
      int n = plane / s.c();
      int c = plane % s.c();
      oracle.kept[i] = mask.isKept(n, c, layer % s.d(), row % s.h(), i % s.w());
      oracle.scales[i] = mask.scale(n, c);
    }
    return oracle;
  }

  /** How many of some elements are kept. */
  int keptCount(int from, int length) {
    int count = 0;
    for (int i = from; i < from + length; i++) {
      count += kept[i] ? 1 : 0;
    }
    return count;
  }

  float[] apply(float[] x) {
    float[] y = new float[kept.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = kept[i] ? x[i] * scales[i] : fills[i];
    }
    return y;
  }

  float[] backward(float[] dy) {
    float[] dx = new float[kept.length];
    for (int i = 0; i < dx.length; i++) {
      dx[i] = kept[i] ? dy[i] * scales[i] : 0f;
    }
    return dx;
  }

  float[] multipliers() {
    float[] multipliers = new float[kept.length];
    for (int i = 0; i < multipliers.length; i++) {
      multipliers[i] = kept[i] ? scales[i] : 0f;
    }
    return multipliers;
  }

  float[] ones() {
    float[] ones = new float[kept.length];
    for (int i = 0; i < ones.length; i++) {
      ones[i] = kept[i] ? 1f : 0f;
    }
    return ones;
  }
}
