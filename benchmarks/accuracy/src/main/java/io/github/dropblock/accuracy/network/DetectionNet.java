package io.github.dropblock.accuracy.network;

import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.SequentialBlock;
import io.github.dropblock.accuracy.network.MiniResNet.Layout;
import java.util.List;

/**
 * A RetinaNet in small for 48x48 images: the groups of the miniature ResNet, a feature pyramid of
 * two levels, and one head for classes and one for boxes, both shared by the levels.
 *
 * @see <a href="https://arxiv.org/abs/1708.02002">Lin et al., Focal Loss for Dense Object
 *     Detection</a>
 */
public final class DetectionNet {
  /** Rows and columns of an image. */
  public static final int SIDE = 48;

  /** The shape of one image. */
  public static final Shape INPUT = new Shape(1, 1, SIDE, SIDE);

  /** Pixels between two positions of each level. */
  public static final List<Integer> STRIDES = List.of(4, 8);

  /** How many numbers describe a box. */
  public static final int OFFSETS = 4;

  private static final int CHANNELS = 32;
  private static final Layout LAYOUT =
      new Layout(16, List.of(16, CHANNELS, CHANNELS, CHANNELS), List.of(1, 2, 1, 2));

  /** At the beginning, each anchor has each class with this probability. */
  private static final double PRIOR = 0.01;

  private DetectionNet() {}

  /**
   * The network. It answers with an array of the shape (N, anchors, classes + offsets): of each
   * anchor the logit of each class, then the offsets of its box.
   *
   * @param sites what sits at its sites; parameters do not depend on it
   * @param anchors at each position of a level
   * @param classes number of classes
   */
  public static Block build(Sites sites, int anchors, int classes) {
    int levels = STRIDES.size();
    float bias = (float) -Math.log((1 - PRIOR) / PRIOR);
    Block classHead = new SharedHead(CHANNELS, levels, anchors, classes, bias);
    Block boxHead = new SharedHead(CHANNELS, levels, anchors, OFFSETS, 0);
    return new SequentialBlock()
        .add(new Pyramid(LAYOUT, sites, CHANNELS))
        .add(new ParallelBlock(DetectionNet::join, List.of(classHead, boxHead)));
  }

  private static NDList join(List<NDList> heads) {
    NDList parts = new NDList();
    heads.forEach(parts::addAll);
    return new NDList(NDArrays.concat(parts, 2));
  }
}
