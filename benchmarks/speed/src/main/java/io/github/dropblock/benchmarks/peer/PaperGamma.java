package io.github.dropblock.benchmarks.peer;

import io.github.dropblock.benchmarks.plan.Setting;
import io.github.dropblock.tensor.Shape;

/** Equation 1 of the paper, for peers: written down again, so that they share no fault with us. */
final class PaperGamma {
  private PaperGamma() {}

  static double of(Shape shape, Setting setting) {
    int block = Math.min(setting.blockSize(), Math.min(shape.h(), shape.w()));
    double sites = (double) (shape.h() - block + 1) * (shape.w() - block + 1);
    return (1 - setting.keepProb()) * shape.h() * shape.w() / ((double) block * block * sites);
  }
}
