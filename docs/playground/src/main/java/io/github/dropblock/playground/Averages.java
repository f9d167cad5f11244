package io.github.dropblock.playground;

import io.github.dropblock.DropMask;
import io.github.dropblock.MonteCarlo;
import io.github.dropblock.Regularizer;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;

/**
 * Monte-Carlo averages of the next layer. The next layer is a convolution of 1 x 1 with equal
 * weights, so its output is the mean over the channels.
 */
final class Averages {
  private final Regularizer regularizer;
  private final Tensor maps;
  private final MonteCarlo outputs;

  Averages(Regularizer regularizer, Tensor maps) {
    Shape shape = maps.shape();
    this.regularizer = regularizer.forInference();
    this.maps = maps;
    this.outputs = new MonteCarlo(Shape.nchw(shape.n(), 1, shape.h(), shape.w()));
  }

  /** Draws one more mask. */
  void add() {
    DropMask mask = regularizer.sample(maps.shape(), outputs.draws());
    outputs.add(meanOfChannels(mask.apply(maps)));
  }

  int draws() {
    return outputs.draws();
  }

  Tensor mean() {
    return outputs.mean();
  }

  /** Returns the standard deviation of each element. */
  Tensor deviation() {
    Tensor variance = outputs.variance();
    float[] data = variance.data();
    for (int i = 0; i < data.length; i++) {
      data[i] = (float) Math.sqrt(data[i]);
    }
    return variance;
  }

  static Tensor meanOfChannels(Tensor x) {
    Shape shape = x.shape();
    Tensor mean = Tensor.zeros(Shape.nchw(shape.n(), 1, shape.h(), shape.w()));
    int plane = shape.h() * shape.w();
    for (int i = 0; i < x.data().length; i++) {
      int sample = i / (plane * shape.c());
      mean.data()[sample * plane + i % plane] += x.data()[i] / shape.c();
    }
    return mean;
  }
}
