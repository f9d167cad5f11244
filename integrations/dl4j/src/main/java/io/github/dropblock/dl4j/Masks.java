package io.github.dropblock.dl4j;

import io.github.dropblock.DropMask;
import io.github.dropblock.KeepProbRegularizer;
import io.github.dropblock.Regularizer;
import io.github.dropblock.tensor.Shape;

/**
 * The masks of one layer: each is drawn into the memory of the last one, and only if it is not that
 * one.
 */
final class Masks {
  private Regularizer regularizer;
  private DropMask mask;
  private long step = -1;

  Masks(Regularizer regularizer) {
    this.regularizer = regularizer;
  }

  /** For a regularizer without a schedule. */
  DropMask mask(Shape shape, long newStep) {
    if (mask == null || !mask.shape().equals(shape)) {
      mask = regularizer.sample(shape, newStep);
    } else if (newStep != step) {
      regularizer.sampleInto(mask, newStep);
    }
    step = newStep;
    return mask;
  }

  /** For one that a schedule drives. */
  DropMask mask(Shape shape, long newStep, double keepProb) {
    KeepProbRegularizer scheduled = (KeepProbRegularizer) regularizer;
    if (scheduled.keepProb() != keepProb) {
      regularizer = scheduled.withKeepProb(keepProb);
      step = -1;
    }
    return mask(shape, newStep);
  }
}
