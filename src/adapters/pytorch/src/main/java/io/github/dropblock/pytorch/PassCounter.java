package io.github.dropblock.pytorch;

import io.github.dropblock.LayerState;

/**
 * Counter of the passes through a module, by the rule of {@link io.github.dropblock.DropLayer}.
 * Until it is told a step, each training pass counts as a step. After that, passes count as uses
 * within the step.
 */
final class PassCounter {
  private long step;
  private int use;
  private long draw;
  private boolean told;

  /** Takes the numbers of the next pass. */
  synchronized Draw next(boolean training) {
    if (!training) {
      checkBelow("draw", draw, Long.MAX_VALUE);
      return new Draw(false, step, draw++);
    }
    if (told) {
      checkBelow("use", use, Integer.MAX_VALUE);
      return new Draw(true, step, use++);
    }
    checkBelow("step", step, Long.MAX_VALUE);
    return new Draw(true, step++, 0);
  }

  private static void checkBelow(String name, long value, long largest) {
    if (value == largest) {
      throw new IllegalStateException(name + " must be less than " + largest);
    }
  }

  /**
   * Returns the numbers of a pass that failed, so that the next pass gets them. If another thread
   * has taken the following numbers already, they stay unused.
   */
  synchronized void giveBack(Draw failed) {
    if (!failed.training()) {
      draw = before(draw, failed.number());
    } else if (told) {
      use = step == failed.step() ? (int) before(use, failed.number()) : use;
    } else {
      step = before(step, failed.step());
    }
  }

  private static long before(long next, long failed) {
    return next == failed + 1 ? failed : next;
  }

  /** Returns the step of the next training pass. */
  synchronized long step() {
    return step;
  }

  /** Sets the step. From now on, steps change only from outside. */
  synchronized void tell(long newStep) {
    startAt(newStep);
    told = true;
  }

  /** Sets the step, and counts passes as steps from there on. */
  synchronized void startAt(long newStep) {
    step = newStep;
    use = 0;
    told = false;
  }

  /** Restarts the draws at inference. */
  synchronized void restartDraws() {
    draw = 0;
  }

  /** Returns the state of the count. */
  synchronized LayerState state(long seed) {
    return new LayerState(seed, step, use, draw, told);
  }

  /** Continues from the state of another count. */
  synchronized void restore(LayerState state) {
    step = state.step();
    use = state.use();
    draw = state.draw();
    told = state.told();
  }
}
