package io.github.dropblock.oracle;

import io.github.dropblock.DropMask;
import io.github.dropblock.Regularizer;
import io.github.dropblock.tensor.Shape;
import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * What a mask is to do to each element, one after the other: {@code kept ? x * scale + shift :
 * fill}.
 */
public final class ElementwiseOracle {
  private final boolean[] kept;
  private final float[] scales;
  private final float[] fills;

  private ElementwiseOracle(boolean[] kept, float[] scales, float[] fills) {
    this.kept = kept;
    this.scales = scales;
    this.fills = fills;
  }

  /** From the mask's own answers, for a mask of any origin. */
  public static ElementwiseOracle ofAnswers(DropMask mask) {
    Shape shape = mask.shape();
    int sampleSize = shape.c() * shape.planeSize();
    float[] scales = new float[shape.size()];
    for (int i = 0; i < scales.length; i++) {
      scales[i] = mask.scale(i / sampleSize, i % sampleSize / shape.planeSize());
    }
    float[] fills = new float[shape.size()];
    mask.writeFill(FloatBuffer.wrap(fills));
    return new ElementwiseOracle(kept(mask), scales, fills);
  }

  /** From the documents, literally: only which elements are kept is the mask's answer. */
  public static ElementwiseOracle of(
      Regularizer regularizer, DropMask mask, long step, long firstSample) {
    Shape shape = mask.shape();
    boolean[] kept = kept(mask);
    float[] scales = new OracleScales(regularizer, shape).of(kept);
    float[] fills = new OracleFill(regularizer, shape, step, firstSample).of(kept);
    return new ElementwiseOracle(kept, scales, fills);
  }

  private static boolean[] kept(DropMask mask) {
    Shape s = mask.shape();
    boolean[] kept = new boolean[s.size()];
    int i = 0;
    for (int n = 0; n < s.n(); n++) {
      for (int c = 0; c < s.c(); c++) {
        for (int d = 0; d < s.d(); d++) {
          for (int h = 0; h < s.h(); h++) {
            for (int w = 0; w < s.w(); w++) {
              kept[i++] = mask.isKept(n, c, d, h, w);
            }
          }
        }
      }
    }
    return kept;
  }

  /** Whether each element is kept. */
  public boolean[] kept() {
    return kept;
  }

  /** What each element is multiplied by if it is kept. */
  public float[] scales() {
    return scales;
  }

  /** What is written to each element if it is dropped; else what is added to it. */
  public float[] fills() {
    return fills;
  }

  /** How many elements are kept. */
  public int keptCount() {
    int count = 0;
    for (boolean k : kept) {
      count += k ? 1 : 0;
    }
    return count;
  }

  /** The output for an input. */
  public float[] apply(float[] x) {
    float[] y = backward(x);
    for (int i = 0; i < y.length; i++) {
      y[i] = kept[i] ? shifted(y[i], fills[i]) : fills[i];
    }
    return y;
  }

  /** A shift of 0 is none: it leaves even -0 as it is. */
  private static float shifted(float product, float shift) {
    return shift == 0 ? product : product + shift;
  }

  /** The input's gradient for an output's. */
  public float[] backward(float[] dy) {
    float[] dx = new float[kept.length];
    for (int i = 0; i < dx.length; i++) {
      dx[i] = kept[i] ? dy[i] * scales[i] : 0f;
    }
    return dx;
  }

  /** The factor of each element. */
  public float[] multipliers() {
    float[] ones = new float[kept.length];
    Arrays.fill(ones, 1);
    return backward(ones);
  }

  /** 1 where kept, 0 where dropped. */
  public float[] ones() {
    float[] ones = new float[kept.length];
    for (int i = 0; i < ones.length; i++) {
      ones[i] = kept[i] ? 1f : 0f;
    }
    return ones;
  }
}
