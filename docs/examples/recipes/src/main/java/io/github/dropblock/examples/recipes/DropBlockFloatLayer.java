package io.github.dropblock.examples.recipes;

import io.github.dropblock.DropLayer;
import io.github.dropblock.Regularizer;
import io.github.dropblock.schedule.KeepProbSchedule;
import io.github.dropblock.tensor.Tensor;

/** DropBlock on maps in arrays: sample after sample, channel after channel, row after row. */
final class DropBlockFloatLayer implements FloatLayer {
  private final DropLayer drop;
  private final int channels;
  private final int height;
  private final int width;

  DropBlockFloatLayer(
      Regularizer regularizer, KeepProbSchedule schedule, int channels, int height, int width) {
    this.drop = DropLayer.of(regularizer, schedule);
    this.channels = channels;
    this.height = height;
    this.width = width;
  }

  /** Begins a training step, from 0 on. */
  void step(long step) {
    drop.step(step);
  }

  @Override
  public float[] forward(float[] x, boolean training) {
    DropLayer layer = training ? drop.train() : drop.eval();
    return layer.forward(tensor(x)).data();
  }

  @Override
  public float[] backward(float[] dy) {
    return drop.backward(tensor(dy)).data();
  }

  private Tensor tensor(float[] values) {
    int samples = values.length / (channels * height * width);
    return Tensor.of(values, samples, channels, height, width);
  }
}
