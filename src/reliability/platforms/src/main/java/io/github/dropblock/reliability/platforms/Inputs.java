package io.github.dropblock.reliability.platforms;

/** Activations to drop: numbers of any size, and each special value now and then. */
final class Inputs {
  /** A prime, so that no shape is in step with it. */
  private static final int PERIOD = 65_537;

  private static final int SPECIAL_EACH = 61;
  private static final float[] SPECIAL = {
    Float.NaN,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    -0f,
    Float.MIN_VALUE,
    -Float.MIN_NORMAL,
    Float.MAX_VALUE
  };
  private static final float[] NUMBERS = numbers();

  private Inputs() {}

  static float[] ofSize(int size) {
    float[] data = new float[size];
    for (int done = 0; done < size; done += PERIOD) {
      System.arraycopy(NUMBERS, 0, data, done, Math.min(PERIOD, size - done));
    }
    return data;
  }

  private static float[] numbers() {
    float[] numbers = new float[PERIOD];
    int state = 1;
    for (int i = 0; i < PERIOD; i++) {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      numbers[i] =
          i % SPECIAL_EACH == 0
              ? SPECIAL[i / SPECIAL_EACH % SPECIAL.length]
              : (state >> 8) * 0x1p-20f;
    }
    return numbers;
  }
}
