package io.github.dropblock.training.network;

/** The training step, which DJL does not pass to blocks: set by the loop, read by the masks. */
public final class StepClock {
  private long step;

  /** The step, from 0 on. */
  public long step() {
    return step;
  }

  /** Sets the step of the next forward pass. */
  public void set(long newStep) {
    step = newStep;
  }
}
