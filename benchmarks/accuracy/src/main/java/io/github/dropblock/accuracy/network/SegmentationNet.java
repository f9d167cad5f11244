package io.github.dropblock.accuracy.network;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import io.github.dropblock.accuracy.network.MiniResNet.Layout;
import java.util.List;

/**
 * A fully convolutional network that gives each pixel of a 48x48 image a label: the groups of the
 * miniature ResNet, a head of two 3x3 convolutions, one number for each label, and bilinear
 * interpolation to the size of the image.
 *
 * @see <a href="https://arxiv.org/abs/1411.4038">Long et al., Fully Convolutional Networks for
 *     Semantic Segmentation</a>
 */
public final class SegmentationNet {
  /** Rows and columns of an image. */
  public static final int SIDE = 48;

  /** The shape of one image. */
  public static final Shape INPUT = new Shape(1, 1, SIDE, SIDE);

  private static final int STEM_SIDE = SIDE / 2;
  private static final int STEM_CHANNELS = 16;
  private static final int CHANNELS = 32;

  private SegmentationNet() {}

  /**
   * The network.
   *
   * @param sites what sits at its sites; parameters do not depend on it
   * @param mapSide rows and columns of the maps from group 2 on, 12 or 24
   * @param labels how many there are
   */
  public static Block build(Sites sites, int mapSide, int labels) {
    if (mapSide != STEM_SIDE && mapSide != STEM_SIDE / 2) {
      throw new IllegalArgumentException("mapSide must be 12 or 24: " + mapSide);
    }
    Layout layout =
        new Layout(
            STEM_CHANNELS,
            List.of(STEM_CHANNELS, CHANNELS, CHANNELS, CHANNELS),
            List.of(1, STEM_SIDE / mapSide, 1, 1));
    SequentialBlock network = MiniResNet.features(layout, sites);
    addHeadLayer(network, sites);
    addHeadLayer(network, sites);
    network.add(Conv2d.builder().setKernelShape(new Shape(1, 1)).setFilters(labels).build());
    return network.add(x -> new NDList(Upsampling.of(x.singletonOrThrow(), SIDE)));
  }

  private static void addHeadLayer(SequentialBlock network, Sites sites) {
    network.add(MiniResNet.convolution(3, CHANNELS, 1)).add(MiniResNet.norm());
    network.add(Activation::relu).add(sites.at(Site.HEAD, 0));
  }
}
