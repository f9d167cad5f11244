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
import ai.djl.nn.Parameter;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.ConstantInitializer;
import ai.djl.training.initializer.NormalInitializer;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.List;

/**
 * Two convolutions and a third that predicts, all shared by the levels of a pyramid. The batch norm
 * of each level is its own, as in the authors' code, since levels have different statistics.
 */
final class SharedHead extends AbstractBlock {
  private static final int CONVOLUTIONS = 2;
  private static final float DEVIATION = 0.01f;

  private final int anchors;
  private final int values;
  private final List<Block> convolutions = new ArrayList<>();
  private final List<List<Block>> norms = new ArrayList<>();
  private final Block predictor;

  /**
   * A head.
   *
   * @param channels of the levels and of the convolutions
   * @param levels of the pyramid
   * @param anchors at each position
   * @param values that are predicted for each anchor
   * @param bias what is predicted at the beginning
   */
  SharedHead(int channels, int levels, int anchors, int values, float bias) {
    this.anchors = anchors;
    this.values = values;
    for (int i = 0; i < CONVOLUTIONS; i++) {
      convolutions.add(addChildBlock("convolution", MiniResNet.convolution(3, channels, 1)));
      List<Block> ofLevels = new ArrayList<>();
      for (int level = 0; level < levels; level++) {
        ofLevels.add(addChildBlock("norm", MiniResNet.norm()));
      }
      norms.add(ofLevels);
    }
    predictor = addChildBlock("predictor", predictor(anchors * values, bias));
  }

  private static Block predictor(int filters, float bias) {
    Conv2d predictor =
        Conv2d.builder()
            .setKernelShape(new Shape(3, 3))
            .setFilters(filters)
            .optPadding(new Shape(1, 1))
            .build();
    predictor.setInitializer(new NormalInitializer(DEVIATION), Parameter.Type.WEIGHT);
    predictor.setInitializer(new ConstantInitializer(bias), Parameter.Type.BIAS);
    return predictor;
  }

  /** From the levels' maps to one array of the shape (N, anchors of all levels, values). */
  @Override
  protected NDList forwardInternal(
      ParameterStore store, NDList levels, boolean training, PairList<String, Object> params) {
    NDList predictions = new NDList();
    for (int level = 0; level < levels.size(); level++) {
      NDList maps = new NDList(levels.get(level));
      for (int i = 0; i < CONVOLUTIONS; i++) {
        maps = convolutions.get(i).forward(store, maps, training);
        maps = norms.get(i).get(level).forward(store, maps, training);
        maps = new NDList(Activation.relu(maps.singletonOrThrow()));
      }
      predictions.add(byAnchor(predictor.forward(store, maps, training).singletonOrThrow()));
    }
    return new NDList(NDArrays.concat(predictions, 1));
  }

  /** Anchors follow each other row by row, and at each position in the order of their kinds. */
  private NDArray byAnchor(NDArray maps) {
    Shape shape = maps.getShape();
    long positions = shape.get(2) * shape.get(3);
    return maps.reshape(shape.get(0), anchors, values, positions)
        .transpose(0, 3, 1, 2)
        .reshape(shape.get(0), positions * anchors, values);
  }

  @Override
  public Shape[] getOutputShapes(Shape[] levels) {
    long count = 0;
    for (Shape level : levels) {
      count += level.get(2) * level.get(3) * anchors;
    }
    return new Shape[] {new Shape(levels[0].get(0), count, values)};
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType type, Shape... levels) {
    Shape[] maps = {levels[0]};
    for (int i = 0; i < CONVOLUTIONS; i++) {
      convolutions.get(i).initialize(manager, type, maps);
      maps = convolutions.get(i).getOutputShapes(maps);
      for (Block norm : norms.get(i)) {
        norm.initialize(manager, type, maps);
      }
    }
    predictor.initialize(manager, type, maps);
  }
}
