package io.github.dropblock.accuracy.augment;

import io.github.dropblock.accuracy.data.Images;
import java.util.List;
import java.util.Random;

/**
 * A fixed policy of five pairs of operations, in the form of AutoAugment's: each image gets one
 * pair, and each operation of the pair with its probability, in a random direction. Nothing in it
 * was searched or tuned (Cubuk et al., "AutoAugment: learning augmentation policies from data",
 * CVPR 2019).
 */
public final class Policy {
  private static final List<List<Step>> PAIRS =
      List.of(
          List.of(new Step(Operation.POSTERIZE, 0.4), new Step(Operation.ROTATE, 0.6)),
          List.of(new Step(Operation.SOLARIZE, 0.6), new Step(Operation.AUTO_CONTRAST, 0.6)),
          List.of(new Step(Operation.SHEAR_X, 0.6), new Step(Operation.EQUALIZE, 0.4)),
          List.of(new Step(Operation.ROTATE, 0.8), new Step(Operation.CONTRAST, 0.6)),
          List.of(new Step(Operation.SHEAR_Y, 0.6), new Step(Operation.BRIGHTNESS, 0.6)));

  private Policy() {}

  private record Step(Operation operation, double probability) {}

  /** Changes each image; the labels stay. */
  public static Images of(Images images, Random random) {
    byte[] changed = new byte[images.pixels().length];
    int size = images.size();
    for (int n = 0; n < images.count(); n++) {
      byte[] pixels = new byte[size];
      System.arraycopy(images.pixels(), n * size, pixels, 0, size);
      for (Step step : PAIRS.get(random.nextInt(PAIRS.size()))) {
        boolean applied = random.nextDouble() < step.probability();
        int sign = random.nextBoolean() ? 1 : -1;
        if (applied) {
          pixels = step.operation().apply(pixels, images.height(), images.width(), sign);
        }
      }
      System.arraycopy(pixels, 0, changed, n * size, size);
    }
    return new Images(images.height(), images.width(), changed, images.labels());
  }
}
