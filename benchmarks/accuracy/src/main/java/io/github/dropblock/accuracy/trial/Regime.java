package io.github.dropblock.accuracy.trial;

import io.github.dropblock.accuracy.augment.Policy;
import io.github.dropblock.accuracy.data.Images;
import io.github.dropblock.accuracy.network.MiniResNet;
import io.github.dropblock.accuracy.network.MiniResNet.Layout;
import java.util.Random;

/** Which classifier is trained, and whether its images are changed in each epoch. */
public enum Regime {
  SMALL(MiniResNet.SMALL, false),
  /** With twice the channels, maps of 14x14 in all groups, shifts and flips. */
  WIDE(MiniResNet.WIDE, true),
  /** The same, and a policy of image operations after shifts and flips. */
  WIDE_POLICY(MiniResNet.WIDE, true);

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
    if (!augments) {
      return images;
    }
    Random random = new Random(~(seed * 1_000_003 + epoch));
    // Shifts and flips first: they are those of the wide regime, with and without the policy.
    Images shifted = Augmentation.of(images, random);
    return this == WIDE_POLICY ? Policy.of(shifted, random) : shifted;
  }
}
