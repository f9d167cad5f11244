package io.github.dropblock.examples.recipes;

import java.util.Random;

/** Noisy gray images with bright columns (class 0) or bright rows (class 1). */
final class Bars {
  static final int COUNT = 64;
  static final int SIDE = 12;
  static final int CLASSES = 2;

  /** Sample after sample, row after row. */
  final float[] images = new float[COUNT * SIDE * SIDE];

  /** One-hot. */
  final float[] labels = new float[COUNT * CLASSES];

  Bars(long seed) {
    Random random = new Random(seed);
    for (int n = 0; n < COUNT; n++) {
      int label = n % CLASSES;
      labels[n * CLASSES + label] = 1;
      int phase = random.nextInt(3);
      for (int y = 0; y < SIDE; y++) {
        for (int x = 0; x < SIDE; x++) {
          boolean bright = ((label == 0 ? x : y) + phase) % 3 == 0;
          images[(n * SIDE + y) * SIDE + x] =
              (float) ((bright ? 1 : 0) + 0.3 * random.nextGaussian());
        }
      }
    }
  }
}
