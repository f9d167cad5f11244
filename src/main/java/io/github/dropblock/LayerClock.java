package io.github.dropblock;

/**
 * Counts the steps, uses and draws of a layer.
 *
 * <p>A clock that is never told a step takes each training pass as a step. From then on, passes are
 * uses within the step that was told.
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

  /** The number of the next draw at inference, in place of a step. */
  long draw() {
    return draw;
  }

  /** Goes to a step; from now on, the step is the caller's. */
  void tell(long newStep) {
    step = newStep;
    use = 0;
    told = true;
  }

  /**
   * A step has ended. Where passes were counted as steps, they have moved the clock already, and
   * the step that they reached must not be skipped.
   */
  void next() {
    tell(told || step == 0 ? step + 1 : step);
  }

  /** Begins the draws at inference anew. */
  void restartDraws() {
    draw = 0;
  }

  /** A pass succeeded. */
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
