package io.github.dropblock.djl;

import io.github.dropblock.DropMask;
import io.github.dropblock.Regularizer;
import io.github.dropblock.ScheduledRegularizer;
import io.github.dropblock.tensor.Shape;

/**
 * Which mask a pass gets.
 *
 * @param training whether this is a training pass; otherwise it drops at inference
 * @param step the training step, which the schedule follows
 * @param number in training the number of the use in its step, at inference that of the draw
 * @param replica the number of the device
 */
record Draw(boolean training, long step, long number, long replica) {
  /** Returns what draws the mask, by the rule that all of the library's layers follow. */
  Regularizer of(ScheduledRegularizer regularizer) {
    return training ? regularizer.at(step, number) : regularizer.forInference(step);
  }

  /** Draws the mask. */
  DropMask mask(Regularizer drawn, Shape shape) {
    return drawn.sample(shape, training ? step : number, firstSample());
  }

  /** Each device has a stretch of the samples' indices, far longer than any batch. */
  private long firstSample() {
    return replica << 32;
  }
}
