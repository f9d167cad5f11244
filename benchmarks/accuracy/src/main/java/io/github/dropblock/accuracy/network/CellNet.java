package io.github.dropblock.accuracy.network;

import ai.djl.ndarray.NDList;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import io.github.dropblock.accuracy.network.Cell.Kind;

/**
 * A classifier of four cells for 28x28 gray images: two with maps of 14x14, a cell that halves the
 * maps, and two with maps of 7x7. What sits at the sites of a group of the ResNet sits at those of
 * the cell with its number; the halving cell has no sites.
 *
 * @see <a href="https://arxiv.org/abs/1802.01548">Real et al., Regularized Evolution for Image
 *     Classifier Architecture Search</a>
 */
public final class CellNet {
  /** How many cells have sites. */
  public static final int CELLS = 4;

  private static final int STEM = 16;
  private static final int CHANNELS = 16;

  private static final Sites NOTHING = (site, group) -> Blocks.identityBlock();

  private CellNet() {}

  /**
   * The network.
   *
   * @param sites what sits at its sites; parameters do not depend on it
   * @param classes number of classes
   */
  public static Block build(Sites sites, int classes) {
    SequentialBlock network = new SequentialBlock();
    network.add(sites.at(Site.INPUT, 0));
    network.add(MiniResNet.convolution(3, STEM, 2)).add(MiniResNet.norm());
    network.add(maps -> new NDList(maps.singletonOrThrow(), maps.singletonOrThrow()));
    network.add(new Cell(new Kind(1, CHANNELS, 1, 1), sites));
    network.add(new Cell(new Kind(2, CHANNELS, 1, 1), sites));
    network.add(new Cell(new Kind(0, 2 * CHANNELS, 2, 1), NOTHING));
    network.add(new Cell(new Kind(3, 2 * CHANNELS, 1, 2), sites));
    network.add(new Cell(new Kind(4, 2 * CHANNELS, 1, 1), sites));
    network.add(maps -> new NDList(Activation.relu(maps.get(0))));
    network.add(Pool.globalAvgPool2dBlock()).add(sites.at(Site.CLASSIFIER, 0));
    return network.add(Linear.builder().setUnits(classes).build());
  }
}
