package io.github.dropblock.playground;

import io.github.dropblock.DropMask;
import io.github.dropblock.Regularizer;
import io.github.dropblock.tensor.Shape;
import java.util.BitSet;

/** How often each position was dropped in the masks of the steps 0, 1, 2, ... */
final class Counts {
  private final Regularizer regularizer;
  private final DropMask mask;
  private final long[] drops;
  private long steps;
  private double sum;
  private double squares;

  Counts(Regularizer regularizer, Shape shape) {
    this.regularizer = regularizer;
    this.mask = regularizer.sample(shape, 0);
    this.drops = new long[shape.h() * shape.w()];
  }

  /** Counts the mask of the next step. */
  void add() {
    regularizer.sampleInto(mask, steps++);
    BitSet dropped = mask.dropped();
    for (int i = dropped.nextSetBit(0); i >= 0; i = dropped.nextSetBit(i + 1)) {
      drops[i % drops.length]++;
    }
    double kept = mask.keptFraction();
    sum += kept;
    squares += kept * kept;
  }

  long steps() {
    return steps;
  }

  double meanKept() {
    return sum / steps;
  }

  /** Returns the standard deviation of the kept fraction from step to step. */
  double deviation() {
    double mean = meanKept();
    return Math.sqrt(Math.max(0, squares / steps - mean * mean));
  }

  /** Returns the drop rates, row after row. */
  double[] rates() {
    double planes = (double) steps * mask.shape().n() * mask.shape().c();
    double[] rates = new double[drops.length];
    for (int i = 0; i < rates.length; i++) {
      rates[i] = drops[i] / planes;
    }
    return rates;
  }
}
