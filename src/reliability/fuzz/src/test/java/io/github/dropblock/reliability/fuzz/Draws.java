package io.github.dropblock.reliability.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.github.dropblock.tensor.Shape;
import java.util.SplittableRandom;

/** Values from the fuzzer's data: the ends of ranges as often as anything at all. */
final class Draws {
  private static final int MAX_SIZE = 3000;

  private static final int[] INTS = {
    0, 1, -1, 2, 3, 7, 64, 46340, 46341, 65536, Integer.MAX_VALUE, Integer.MIN_VALUE
  };
  private static final long[] LONGS = {
    0, 1, -1, 1L << 31, 1L << 53, Long.MAX_VALUE, Long.MAX_VALUE - 1, Long.MIN_VALUE
  };
  private static final double[] DOUBLES = {
    0,
    -0.0,
    1,
    0.5,
    -1,
    2,
    Math.nextUp(1.0),
    Math.nextDown(1.0),
    Double.MIN_VALUE,
    -Double.MIN_VALUE,
    Double.MIN_NORMAL,
    1e-17,
    Float.MIN_VALUE,
    Float.MAX_VALUE,
    Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN
  };

  private Draws() {}

  static int anyInt(FuzzedDataProvider data) {
    return data.consumeBoolean() ? data.pickValue(INTS) : data.consumeInt();
  }

  static long anyLong(FuzzedDataProvider data) {
    return data.consumeBoolean() ? data.pickValue(LONGS) : data.consumeLong();
  }

  static double anyDouble(FuzzedDataProvider data) {
    return data.consumeBoolean() ? data.pickValue(DOUBLES) : data.consumeDouble();
  }

  /** Mostly a probability. */
  static double probability(FuzzedDataProvider data) {
    return oneIn(8, data) ? anyDouble(data) : data.consumeProbabilityDouble();
  }

  /** Mostly at least 1 and small. */
  static int length(FuzzedDataProvider data) {
    return oneIn(8, data) ? anyInt(data) : data.consumeInt(1, 12);
  }

  /** Mostly at least 0. */
  static long counter(FuzzedDataProvider data) {
    return oneIn(8, data) ? anyLong(data) : data.consumeLong(0, 1L << 40);
  }

  static boolean oneIn(int times, FuzzedDataProvider data) {
    return data.consumeInt(1, times) == times;
  }

  /** A shape of at most some thousand elements. */
  static Shape shape(FuzzedDataProvider data) {
    int n = data.consumeInt(0, 4);
    int d = data.consumeInt(1, 4);
    int h = data.consumeInt(1, 12);
    int w = data.consumeInt(1, 12);
    int rank = data.consumeInt(3, 5);
    if (rank == 3) {
      return Shape.ncw(n, channels(data, n * h * w), h * w);
    }
    return rank == 4
        ? Shape.nchw(n, channels(data, n * h * w), h, w)
        : Shape.ncdhw(n, channels(data, n * d * h * w), d, h, w);
  }

  private static int channels(FuzzedDataProvider data, int size) {
    return Math.min(data.consumeInt(1, 130), Math.max(1, MAX_SIZE / Math.max(1, size)));
  }

  /** Numbers of both signs, some of them of any size, infinite or NaN. */
  static float[] floats(long seed, int length) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] floats = new float[length];
    for (int i = 0; i < length; i++) {
      floats[i] =
          random.nextInt(16) == 0
              ? Float.intBitsToFloat(random.nextInt())
              : (float) random.nextDouble(-2, 2);
    }
    return floats;
  }
}
