package io.github.dropblock.examples.smile;

import java.util.Arrays;
import java.util.Random;
import smile.deep.Dataset;
import smile.deep.tensor.Tensor;

/** Noisy gray images with bright columns (class 0) or bright rows (class 1). */
final class Stripes {
  static final int COUNT = 64;
  static final int SIDE = 12;

  private final float[][] images = new float[COUNT][SIDE * SIDE];
  private final int[] labels = new int[COUNT];

  Stripes(long seed) {
    Random random = new Random(seed);
    for (int n = 0; n < COUNT; n++) {
      labels[n] = n % 2;
      int phase = random.nextInt(3);
      for (int i = 0; i < SIDE * SIDE; i++) {
        int across = labels[n] == 0 ? i % SIDE : i / SIDE;
        int bright = (across + phase) % 3 == 0 ? 1 : 0;
        images[n][i] = (float) (bright + 0.3 * random.nextGaussian());
      }
    }
  }

  Dataset batches(int size) {
    return Dataset.of(images, labels, size);
  }

  /** NCHW. */
  Tensor images() {
    float[] values = new float[COUNT * SIDE * SIDE];
    for (int n = 0; n < COUNT; n++) {
      System.arraycopy(images[n], 0, values, n * SIDE * SIDE, SIDE * SIDE);
    }
    return Tensor.of(values, COUNT, 1, SIDE, SIDE);
  }

  Tensor labels() {
    return Tensor.of(Arrays.stream(labels).asLongStream().toArray(), COUNT);
  }
}
