package io.github.dropblock.accuracy.scene;

import io.github.dropblock.accuracy.data.FashionMnist;
import io.github.dropblock.accuracy.data.Images;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;

/** Items and photographs that are made up, for tests without the data set. */
public final class Shapes {
  static final int TRAINING = SceneSets.HELD + 400;
  private static final int SIDE = 28;
  private static final int STRIPS = 8;

  private Shapes() {}

  /** Bright rectangles; the class decides rows and columns. */
  public static FashionMnist data() {
    return new FashionMnist(images(TRAINING, 1), images(400, 2));
  }

  private static Images images(int count, long seed) {
    Random random = new Random(seed);
    byte[] pixels = new byte[count * SIDE * SIDE];
    byte[] labels = new byte[count];
    for (int i = 0; i < count; i++) {
      int label = random.nextInt(FashionMnist.CLASSES);
      labels[i] = (byte) label;
      int rows = 6 + 4 * (label % 5);
      int columns = label < 5 ? 8 : 24;
      for (int y = 2; y < 2 + rows; y++) {
        for (int x = 2; x < 2 + columns; x++) {
          pixels[(i * SIDE + y) * SIDE + x] = (byte) (150 + random.nextInt(100));
        }
      }
    }
    return new Images(SIDE, SIDE, pixels, labels);
  }

  /** A photograph whose strip number i has the gray level 10 i. */
  static Photographs strips() {
    BufferedImage image =
        new BufferedImage(STRIPS * Photographs.STRIP, 100, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        image.getRaster().setSample(x, y, 0, 10 * (x / Photographs.STRIP));
      }
    }
    return new Photographs(List.of(image));
  }
}
