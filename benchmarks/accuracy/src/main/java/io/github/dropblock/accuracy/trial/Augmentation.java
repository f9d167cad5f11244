package io.github.dropblock.accuracy.trial;

import io.github.dropblock.accuracy.data.Images;
import java.util.Random;

/** Shifts images by up to two pixels along each axis, and flips half of them. */
final class Augmentation {
  static final int MOST = 2;

  private Augmentation() {}

  static Images of(Images images, Random random) {
    byte[] pixels = new byte[images.pixels().length];
    for (int n = 0; n < images.count(); n++) {
      int down = random.nextInt(2 * MOST + 1) - MOST;
      int right = random.nextInt(2 * MOST + 1) - MOST;
      shift(images, n, down, right, random.nextBoolean(), pixels);
    }
    return new Images(images.height(), images.width(), pixels, images.labels());
  }

  /** Draws one image at another place, on black. */
  static void shift(Images images, int n, int down, int right, boolean flip, byte[] pixels) {
    int width = images.width();
    int start = n * images.size();
    for (int y = 0; y < images.height(); y++) {
      for (int x = 0; x < width; x++) {
        int row = y - down;
        int column = (flip ? width - 1 - x : x) - right;
        if (row >= 0 && row < images.height() && column >= 0 && column < width) {
          pixels[start + y * width + x] = images.pixels()[start + row * width + column];
        }
      }
    }
  }
}
