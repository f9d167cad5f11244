package io.github.dropblock;

import io.github.dropblock.internal.random.NormalQuantile;
import io.github.dropblock.internal.random.ThreefrySpecification;
import io.github.dropblock.tensor.Shape;
import java.util.Arrays;

/**
 * What a mask is to do to each element, taken literally from the documents, given what it keeps.
 */
final class ElementwiseOracle {
  private final MaskSetup setup;
  private final Shape shape;
  private final boolean[] kept;
  private final float[] scales;

  ElementwiseOracle(MaskSetup setup, DropMask mask) {
    this.setup = setup;
    this.shape = setup.shape();
    this.kept = kept(mask);
    this.scales = new float[shape.size()];
    int run = runOfOneScale();
    for (int i = 0; i < scales.length; i += run) {
      Arrays.fill(scales, i, i + run, scaleOfRun(i, run));
    }
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

  private int runOfOneScale() {
    return switch (setup.regularizer().common.normalization()) {
      case SAMPLE -> shape.c() * shape.planeSize();
      case PLANE -> shape.planeSize();
      default -> shape.size();
    };
  }

  private float scaleOfRun(int from, int length) {
    return switch (setup.regularizer().common.normalization()) {
      case TENSOR, SAMPLE, PLANE -> ratio(length, keptCount(from, length));
      case EXPECTED ->
          Math.min(Float.MAX_VALUE, ratio(1, setup.regularizer().expectedKeptFraction(shape)));
      case NONE -> 1;
    };
  }

  private static float ratio(double size, double kept) {
    return kept == 0 ? 0 : (float) (size / kept);
  }

  private int keptCount(int from, int length) {
    int count = 0;
    for (int i = from; i < from + length; i++) {
      count += kept[i] ? 1 : 0;
    }
    return count;
  }

  int keptCount() {
    return keptCount(0, kept.length);
  }

  float[] scales() {
    return scales;
  }

  private float fill(int element) {
    if (setup.regularizer().common.fill() instanceof GaussianFill noise) {
      int sampleSize = shape.c() * shape.planeSize();
      long sample = setup.firstSample() + element / sampleSize;
      double z = noise(setup.regularizer().seed(), setup.step(), sample, element % sampleSize);
      return (float) (noise.mean() + noise.standardDeviation() * z);
    }
    return ((ConstantFill) setup.regularizer().common.fill()).value();
  }

  /** Word e % 2 of the block at (sample, 2^63 + e / 2), as a number of 52 bits and a half. */
  static double noise(long seed, long step, long sample, int element) {
    long counter = Long.MIN_VALUE + element / 2;
    long word = ThreefrySpecification.block(seed, step, sample, counter)[element % 2];
    return NormalQuantile.at(((word >>> 12) + 0.5) * 0x1p-52);
  }

  float[] apply(float[] x) {
    float[] y = backward(x);
    for (int i = 0; i < y.length; i++) {
      y[i] = kept[i] ? y[i] : fill(i);
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
    float[] ones = new float[kept.length];
    Arrays.fill(ones, 1);
    return backward(ones);
  }

  float[] fills() {
    float[] fills = new float[kept.length];
    for (int i = 0; i < fills.length; i++) {
      fills[i] = kept[i] ? 0f : fill(i);
    }
    return fills;
  }
}
