package io.github.dropblock;

/**
 * Counter of the steps, uses and draws of a layer.
 *
 * <p>Until the caller tells a step, each training pass counts as a step. After that, passes count
 * as uses within the step that was told.
 */
final class LayerClock {
  private long step;
  private int use;
  private long draw;
  private boolean told;

  long step() {
    return step;
  }

  int use() {
    return use;
  }

  /** Returns the number of the next draw at inference, which takes the place of the step. */
  long draw() {
    return draw;
  }

  /** Sets the step. After this call the caller counts the steps. */
  void tell(long newStep) {
    step = newStep;
    use = 0;
    told = true;
  }

  /**
   * Ends a step. If passes were counted as steps, they have advanced the clock already, and the
   * step that they reached must not be skipped.
   */
  void next() {
    tell(told || step == 0 ? step + 1 : step);
  }

  /** Restarts the draws at inference. */
  void restartDraws() {
    draw = 0;
  }

  /**
   * Checks that the next pass can be counted.
   *
   * @throws IllegalStateException if its counter is at its largest value
   */
  void checkNext(boolean training) {
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

  /** Counts a pass that succeeded. */
  void advance(boolean training) {
    if (!training) {
      draw++;
    } else if (told) {
      use++;
    } else {
      step++;
    }
  }

  LayerState state(long seed) {
    return new LayerState(seed, step, use, draw, told);
  }

  void restore(LayerState state) {
    step = state.step();
    use = state.use();
    draw = state.draw();
    told = state.told();
  }
}
