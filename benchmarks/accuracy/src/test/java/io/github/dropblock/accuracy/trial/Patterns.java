package io.github.dropblock.accuracy.trial;

import io.github.dropblock.accuracy.data.FashionMnist;
import io.github.dropblock.accuracy.data.Images;
import java.util.Random;

/** Ten classes of 28x28 images, stripes and noise, for tests without the data set. */
final class Patterns {
  private static final int SIDE = 28;

  private Patterns() {}

  static FashionMnist data() {
    return new FashionMnist(images(400, 1), images(100, 2));
  }

  private static Images images(int count, long seed) {
    Random random = new Random(seed);
    byte[] pixels = new byte[count * SIDE * SIDE];
    byte[] labels = new byte[count];
    for (int i = 0; i < count; i++) {
      labels[i] = (byte) (i % FashionMnist.CLASSES);
      for (int j = 0; j < SIDE * SIDE; j++) {
        boolean stripe = j / SIDE / 2 % FashionMnist.CLASSES == labels[i];
        pixels[i * SIDE * SIDE + j] = (byte) ((stripe ? 120 : 0) + random.nextInt(80));
      }
    }
    return new Images(SIDE, SIDE, pixels, labels);
  }
}
