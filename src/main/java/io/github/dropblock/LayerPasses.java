package io.github.dropblock;

import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.Optional;

/**
 * Passes of a layer: in training or in evaluation, their count, and the masks that wait for
 * backward passes.
 *
 * <p>Until the caller tells a step, each training pass counts as a step. After that, passes count
 * as uses within the step that was told.
 */
final class LayerPasses {
  private final WaitingMasks trained = new WaitingMasks();
  private final WaitingMasks inferred = new WaitingMasks();
  private boolean training = true;
  private boolean atInference;
  private long step;
  private int use;

  /** Number of the next draw at inference, which takes the place of the step. */
  private long draw;

  private boolean told;

  long step() {
    return step;
  }

  boolean areTraining() {
    return training;
  }

  void train(boolean newTraining) {
    training = newTraining;
  }

  /** Tells whether a pass copies. */
  boolean areIdentity() {
    return !training && !atInference;
  }

  /** Drops in evaluation, from draw 0 on. */
  void enableAtInference() {
    atInference = true;
    draw = 0;
    inferred.clear();
  }

  void disableAtInference() {
    atInference = false;
    inferred.clear();
  }

  /** Sets the step. After this call the caller counts the steps. */
  void tell(long newStep) {
    step = newStep;
    use = 0;
    told = true;
    trained.clear();
  }

  /**
   * Ends a step. If passes were counted as steps, they have advanced the count already, and the
   * step that they reached must not be skipped.
   */
  void next() {
    tell(told || step == 0 ? step + 1 : step);
  }

  /**
   * Draws the next mask, applies it and counts the pass.
   *
   * @throws IllegalStateException if the count is at its largest value; nothing advances
   */
  Tensor forward(ScheduledRegularizer regularizer, Tensor x, Tensor out, long firstSample) {
    checkCount();
    DropMask mask = mask(regularizer, x.shape(), firstSample);
    mask.apply(x, out);
    masks().push(mask);
    count(); // Last, so that a failed pass does not count.
    return out;
  }

  private DropMask mask(ScheduledRegularizer regularizer, Shape shape, long firstSample) {
    return training
        ? masks().draw(regularizer.at(step, use), shape, step, firstSample)
        : masks().draw(regularizer.forInference(step), shape, draw, firstSample);
  }

  private void checkCount() {
    if (!training) {
      checkBelow("draw", draw, Long.MAX_VALUE);
    } else if (told) {
      checkBelow("use", use, Integer.MAX_VALUE);
    } else {
      checkBelow("step", step, Long.MAX_VALUE);
    }
  }

  private static void checkBelow(String name, long value, long largest) {
    if (value == largest) {
      throw new IllegalStateException(name + " must be less than " + largest + ": " + value);
    }
  }

  private void count() {
    if (!training) {
      draw++;
    } else if (told) {
      use++;
    } else {
      step++;
    }
  }

  /** Applies the last mask that waits. */
  Tensor backward(Tensor dy, Tensor dx) {
    masks().last(step).backward(dy, dx);
    masks().done();
    return dx;
  }

  /** Returns a copy of the mask of the latest pass, in training or in evaluation as it is now. */
  Optional<DropMask> latest() {
    return masks().latest();
  }

  private WaitingMasks masks() {
    return training ? trained : inferred;
  }

  LayerState state(long seed) {
    return new LayerState(seed, step, use, draw, told);
  }

  void restore(LayerState state) {
    step = state.step();
    use = state.use();
    draw = state.draw();
    told = state.told();
    trained.clear();
    inferred.clear();
  }
}
