package io.github.dropblock.accuracy.trial;

import ai.djl.nn.Block;
import io.github.dropblock.accuracy.data.FashionMnist;
import io.github.dropblock.accuracy.data.Images;
import io.github.dropblock.accuracy.network.CellNet;
import io.github.dropblock.accuracy.network.MiniResNet;
import io.github.dropblock.accuracy.network.MiniResNet.Layout;
import io.github.dropblock.accuracy.network.Sites;
import java.util.Random;

/** Which classifier is trained, and whether its images are changed in each epoch. */
public enum Regime {
  SMALL(false),
  /** With twice the channels, maps of 14x14 in all groups, shifts and flips. */
  WIDE(true),
  /** Cells, with shifts and flips. */
  CELLS(true),
  /** The same with DropPath scheduled by cell and step. */
  CELLS_DROP_PATH(true);

  private final boolean augments;

  Regime(boolean augments) {
    this.augments = augments;
  }

  /** The network, with a trial's regularizers at its sites and a training of so many steps. */
  Block network(Sites sites, Trial trial, long steps) {
    return switch (this) {
      case SMALL -> resNet(MiniResNet.SMALL, sites);
      case WIDE -> resNet(MiniResNet.WIDE, sites);
      case CELLS -> CellNet.build(sites, FashionMnist.CLASSES);
      case CELLS_DROP_PATH ->
          CellNet.build(new CellPaths(sites, trial.seed(), steps), FashionMnist.CLASSES);
    };
  }

  private static Block resNet(Layout layout, Sites sites) {
    return MiniResNet.build(layout, sites, FashionMnist.CLASSES).whole();
  }

  /** The images of an epoch; the changes depend on the seed and the epoch alone. */
  Images images(Images images, long seed, int epoch) {
    return augments ? Augmentation.of(images, new Random(~(seed * 1_000_003 + epoch))) : images;
  }
}
