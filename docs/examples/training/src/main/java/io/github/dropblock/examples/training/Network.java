package io.github.dropblock.examples.training;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import io.github.dropblock.DropBlock;
import io.github.dropblock.Dropout;
import io.github.dropblock.Regularizer;
import io.github.dropblock.djl.DropBlockLayer;
import io.github.dropblock.schedule.KeepProbSchedule;
import java.util.ArrayList;
import java.util.List;

/** A small convolutional network for 28x28 gray images, with DropBlock after its convolutions. */
final class Network {
  private final SequentialBlock block = new SequentialBlock();
  private final List<DropBlockLayer> layers = new ArrayList<>();
  private final long steps;

  /**
   * Builds the network.
   *
   * @param classes the number of classes
   * @param steps the number of batches of the whole training: keepProb falls until then
   */
  Network(int classes, long steps) {
    this.steps = steps;
    convolution(16);
    drop(DropBlock.builder().blockSize(5).seed(1).build(), 0.9); // maps of 14x14
    convolution(32);
    drop(DropBlock.builder().blockSize(3).seed(1).build(), 0.9); // maps of 7x7
    block.add(Pool.globalAvgPool2dBlock());
    drop(Dropout.of(0.9, 1), 0.9); // a batch of vectors
    block.add(Linear.builder().setUnits(classes).build());
  }

  /** Halves the map. */
  private void convolution(int filters) {
    block
        .add(
            Conv2d.builder()
                .setKernelShape(new Shape(3, 3))
                .optPadding(new Shape(1, 1))
                .optStride(new Shape(2, 2))
                .setFilters(filters)
                .optBias(false)
                .build())
        .add(BatchNorm.builder().build())
        .add(Activation::relu);
  }

  /** Each layer needs a seed of its own: layers of one seed and shape drop the same positions. */
  private void drop(Regularizer regularizer, double keepProb) {
    KeepProbSchedule schedule = KeepProbSchedule.linear(1.0, keepProb, steps);
    int number = layers.size() + 1;
    DropBlockLayer layer = DropBlockLayer.of(regularizer.forUse(number), schedule);
    layers.add(layer);
    block.add(layer);
  }

  SequentialBlock block() {
    return block;
  }

  /** Returns the layers that drop. */
  List<DropBlockLayer> layers() {
    return layers;
  }
}
