package io.github.dropblock.accuracy.trial;

import ai.djl.nn.Block;
import io.github.dropblock.accuracy.augment.Policy;
import io.github.dropblock.accuracy.data.FashionMnist;
import io.github.dropblock.accuracy.data.Images;
import io.github.dropblock.accuracy.network.CellNet;
import io.github.dropblock.accuracy.network.MiniResNet;
import io.github.dropblock.accuracy.network.MiniResNet.Layout;
import io.github.dropblock.accuracy.network.Sites;
import java.util.Random;

/** Which classifier is trained, and whether its images are changed in each epoch. */
public enum Regime {
  SMALL(MiniResNet.SMALL, false),
  /** With twice the channels, maps of 14x14 in all groups, shifts and flips. */
  WIDE(MiniResNet.WIDE, true),
  /** Cells in place of the ResNet's groups, with shifts and flips. */
  CELLS(null, true),
  /** The same with DropPath scheduled by cell and step. */
  CELLS_DROP_PATH(null, true),
  /** Like WIDE, and a policy of image operations after shifts and flips. */
  WIDE_POLICY(MiniResNet.WIDE, true);

  private final Layout layout;
  private final boolean augments;

  Regime(Layout layout, boolean augments) {
    this.layout = layout;
    this.augments = augments;
  }

  /** How wide the ResNet is; null for cells. */
  Layout layout() {
    return layout;
  }

  /** The network, with a trial's regularizers at its sites and a training of so many steps. */
  Block network(Sites sites, Trial trial, long steps) {
    return switch (this) {
      case CELLS -> CellNet.build(sites, FashionMnist.CLASSES);
      case CELLS_DROP_PATH ->
          CellNet.build(new CellPaths(sites, trial.seed(), steps), FashionMnist.CLASSES);
      default -> MiniResNet.build(layout, sites, FashionMnist.CLASSES).whole();
    };
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
