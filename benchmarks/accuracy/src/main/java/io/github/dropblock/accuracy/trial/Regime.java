package io.github.dropblock.accuracy.trial;

import io.github.dropblock.accuracy.data.Images;
import io.github.dropblock.accuracy.network.MiniResNet;
import io.github.dropblock.accuracy.network.MiniResNet.Layout;
import java.util.Random;

/** Which classifier is trained, and whether its images are changed in each epoch. */
public enum Regime {
  SMALL(MiniResNet.SMALL, false),
  /** With twice the channels, maps of 14x14 in all groups, shifts and flips. */
  WIDE(MiniResNet.WIDE, true);

  private final Layout layout;
  private final boolean augments;

  Regime(Layout layout, boolean augments) {
    this.layout = layout;
    this.augments = augments;
  }

  Layout layout() {
    return layout;
  }

  /** The images of an epoch; the changes depend on the seed and the epoch alone. */
  Images images(Images images, long seed, int epoch) {
    return augments ? Augmentation.of(images, new Random(~(seed * 1_000_003 + epoch))) : images;
  }
}
