package io.github.dropblock.pytorch;

import io.github.dropblock.Regularizer;
import io.github.dropblock.ScheduledRegularizer;

/**
 * Numbers that decide which mask a pass gets.
 *
 * @param training whether this is a training pass; otherwise it drops at inference
 * @param step the training step, which the schedule follows
 * @param number in training the number of the use in its step, at inference that of the draw
 */
record Draw(boolean training, long step, long number) {
  /** Returns what draws the mask, by the rule that all of the library's layers follow. */
  Regularizer of(ScheduledRegularizer regularizer) {
    return training ? regularizer.at(step, number) : regularizer.forInference(step);
  }

  /** Returns the number that takes the place of the step when the mask is sampled. */
  long sampledStep() {
    return training ? step : number;
  }
}
