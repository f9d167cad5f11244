package io.github.dropblock.accuracy.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.github.dropblock.accuracy.network.MiniResNet.Layout;

/**
 * A feature pyramid of two levels: the maps of group 3 and of group 4 of the miniature ResNet, with
 * as many channels each, and the fine maps enriched by the coarse ones.
 *
 * @see <a href="https://arxiv.org/abs/1612.03144">Lin et al., Feature Pyramid Networks for Object
 *     Detection</a>
 */
final class Pyramid extends AbstractBlock {
  private static final int FINE_GROUP = 3;

  private final int channels;
  private final Block fine;
  private final Block coarse;
  private final Block fineLateral;
  private final Block coarseLateral;
  private final Block fineNode;
  private final Block coarseNode;

  /**
   * A pyramid.
   *
   * @param layout of the ResNet, whose group 4 halves the maps
   * @param sites what sits at its sites, and at those of the pyramid
   * @param channels of both levels
   */
  Pyramid(Layout layout, Sites sites, int channels) {
    this.channels = channels;
    fine = addChildBlock("fine", MiniResNet.features(layout, sites, FINE_GROUP));
    coarse = addChildBlock("coarse", MiniResNet.group(layout, sites, FINE_GROUP + 1));
    fineLateral = addChildBlock("fineLateral", lateral());
    coarseLateral = addChildBlock("coarseLateral", lateral());
    fineNode = addChildBlock("fineNode", node(sites));
    coarseNode = addChildBlock("coarseNode", node(sites));
  }

  private Block lateral() {
    return MiniResNet.convolution(1, channels, 1);
  }

  private Block node(Sites sites) {
    SequentialBlock node = new SequentialBlock();
    node.add(MiniResNet.convolution(3, channels, 1)).add(MiniResNet.norm());
    return node.add(sites.at(Site.PYRAMID, 0));
  }

  /** From images to the maps of both levels, the fine ones first. */
  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList images, boolean training, PairList<String, Object> params) {
    NDList fineMaps = fine.forward(store, images, training);
    NDList coarseMaps = coarse.forward(store, fineMaps, training);
    NDArray top = coarseLateral.forward(store, coarseMaps, training).singletonOrThrow();
    NDArray below = fineLateral.forward(store, fineMaps, training).singletonOrThrow();
    int side = Math.toIntExact(below.getShape().get(2));
    NDArray merged = below.add(Upsampling.of(top, side));
    return new NDList(
        fineNode.forward(store, new NDList(merged), training).singletonOrThrow(),
        coarseNode.forward(store, new NDList(top), training).singletonOrThrow());
  }

  @Override
  public Shape[] getOutputShapes(Shape[] images) {
    Shape[] fineMaps = fine.getOutputShapes(images);
    Shape[] coarseMaps = coarse.getOutputShapes(fineMaps);
    return new Shape[] {
      fineLateral.getOutputShapes(fineMaps)[0], coarseLateral.getOutputShapes(coarseMaps)[0]
    };
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... images) {
    fine.initialize(manager, type, images);
    Shape[] fineMaps = fine.getOutputShapes(images);
    coarse.initialize(manager, type, fineMaps);
    Shape[] coarseMaps = coarse.getOutputShapes(fineMaps);
    fineLateral.initialize(manager, type, fineMaps);
    coarseLateral.initialize(manager, type, coarseMaps);
    fineNode.initialize(manager, type, fineLateral.getOutputShapes(fineMaps));
    coarseNode.initialize(manager, type, coarseLateral.getOutputShapes(coarseMaps));
  }
}
