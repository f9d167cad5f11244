package io.github.dropblock.accuracy.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;

/**
 * A cell in the manner of NASNet and AmoebaNet. It gets the maps x of the cell before and y of the
 * one before that, gives both its own number of channels, and makes three sums of two operations:
 *
 * <pre>
 * a = separable 3x3 (x) + y
 * b = separable 5x5 (y) + average pool (x)
 * c = separable 3x3 (a) + max pool (x)
 * </pre>
 *
 * <p>Its answer is the three maps one after another, and x as it came.
 */
final class Cell extends AbstractBlock {
  private static final int SUMS = 3;

  private final Kind kind;
  private final Sites sites;
  private final Block near;
  private final Block far;
  private final Block nearThree;
  private final Block skip;
  private final Block farFive;
  private final Block average;
  private final Block innerThree;
  private final Block largest;

  /**
   * What distinguishes cells.
   *
   * @param number for the sites, from 1 on; 0 for a cell without sites
   * @param channels of each sum
   * @param stride 2 if it halves the maps, otherwise 1
   * @param farStride 2 if y is twice as large as x, otherwise 1
   */
  record Kind(int number, int channels, int stride, int farStride) {
    int outputs() {
      return SUMS * channels;
    }
  }

  Cell(Kind kind, Sites sites) {
    this.kind = kind;
    this.sites = sites;
    near = addChildBlock("near", pointwise(1));
    far = addChildBlock("far", pointwise(kind.farStride()));
    nearThree = addChildBlock("nearThree", branch(separable(3, kind.stride())));
    skip = addChildBlock("skip", skip());
    farFive = addChildBlock("farFive", branch(separable(5, kind.stride())));
    Shape size = new Shape(3, 3);
    Shape stride = new Shape(kind.stride(), kind.stride());
    Shape padding = new Shape(1, 1);
    average = addChildBlock("average", branch(Pool.avgPool2dBlock(size, stride, padding)));
    innerThree = addChildBlock("innerThree", branch(separable(3, 1)));
    largest = addChildBlock("largest", branch(Pool.maxPool2dBlock(size, stride, padding)));
  }

  private SequentialBlock pointwise(int stride) {
    SequentialBlock block = new SequentialBlock().add(Activation::relu);
    block.add(MiniResNet.convolution(1, kind.channels(), stride));
    return normalized(block);
  }

  private SequentialBlock separable(int size, int stride) {
    Block byChannel = MiniResNet.convolution(size, kind.channels(), stride, kind.channels());
    SequentialBlock block = new SequentialBlock().add(Activation::relu).add(byChannel);
    return normalized(block.add(MiniResNet.convolution(1, kind.channels(), 1)));
  }

  private SequentialBlock normalized(SequentialBlock block) {
    return block.add(MiniResNet.norm()).add(sites.at(Site.CONVOLUTION, kind.number()));
  }

  private Block branch(Block operation) {
    return new SequentialBlock().add(operation).add(sites.at(Site.BRANCH, kind.number()));
  }

  private Block skip() {
    SequentialBlock block = kind.stride() == 1 ? new SequentialBlock() : pointwise(kind.stride());
    return block.add(sites.at(Site.SKIP, kind.number()));
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
    NDList x = near.forward(store, new NDList(inputs.get(0)), training);
    NDList y = far.forward(store, new NDList(inputs.get(1)), training);
    NDArray a = sum(nearThree.forward(store, x, training), skip.forward(store, y, training));
    NDArray b = sum(farFive.forward(store, y, training), average.forward(store, x, training));
    NDArray c =
        sum(
            innerThree.forward(store, new NDList(a), training),
            largest.forward(store, x, training));
    return new NDList(NDArrays.concat(new NDList(a, b, c), 1), inputs.get(0));
  }

  private static NDArray sum(NDList one, NDList other) {
    return one.singletonOrThrow().add(other.singletonOrThrow());
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputs) {
    Shape sum = nearThree.getOutputShapes(near.getOutputShapes(new Shape[] {inputs[0]}))[0];
    Shape all = new Shape(sum.get(0), kind.outputs(), sum.get(2), sum.get(3));
    return new Shape[] {all, inputs[0]};
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
    near.initialize(manager, type, inputs[0]);
    far.initialize(manager, type, inputs[1]);
    Shape[] x = near.getOutputShapes(new Shape[] {inputs[0]});
    for (Block block : new Block[] {nearThree, skip, farFive, average, largest}) {
      block.initialize(manager, type, x);
    }
    innerThree.initialize(manager, type, nearThree.getOutputShapes(x));
  }
}
