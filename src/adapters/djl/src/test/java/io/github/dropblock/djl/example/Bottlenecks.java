package io.github.dropblock.djl.example;

import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.norm.BatchNorm;
import io.github.dropblock.DropBlock;
import io.github.dropblock.djl.DropBlockLayer;
import io.github.dropblock.schedule.KeepProbSchedule;
import java.util.List;

/** The residual blocks of one group of a ResNet, with DropBlock. */
final class Bottlenecks {
  private final KeepProbSchedule schedule;
  private long seed;

  Bottlenecks(KeepProbSchedule schedule, int group) {
    this.schedule = schedule.forGroup(group, 4);
    this.seed = 1000L * group;
  }

  /** The first block of the group has a convolution on its skip connection, and the stride. */
  Block first(int filters, int stride) {
    return sum(branch(filters, stride), unit(1, 4 * filters, stride));
  }

  Block next(int filters) {
    return sum(branch(filters, 1), dropBlock());
  }

  private Block branch(int filters, int stride) {
    return new SequentialBlock()
        .add(unit(1, filters, 1).add(Activation::relu))
        .add(unit(3, filters, stride).add(Activation::relu))
        .add(unit(1, 4 * filters, 1));
  }

  private SequentialBlock unit(int kernel, int filters, int stride) {
    Conv2d.Builder convolution = Conv2d.builder().setKernelShape(new Shape(kernel, kernel));
    convolution.optPadding(new Shape(kernel / 2, kernel / 2)).optStride(new Shape(stride, stride));
    return new SequentialBlock()
        .add(convolution.setFilters(filters).optBias(false).build())
        .add(BatchNorm.builder().build())
        .add(dropBlock());
  }

  private DropBlockLayer dropBlock() {
    DropBlock regularizer = DropBlock.builder().blockSize(7).seed(seed++).build();
    return DropBlockLayer.of(regularizer, schedule);
  }

  private static Block sum(Block branch, Block skip) {
    return new ParallelBlock(
        parts ->
            new NDList(Activation.relu(NDArrays.add(parts.get(0).head(), parts.get(1).head()))),
        List.of(branch, skip));
  }
}
