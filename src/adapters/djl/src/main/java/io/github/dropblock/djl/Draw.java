package io.github.dropblock.djl;

/**
 * Which mask a training pass gets: the regularizer's, of these numbers.
 *
 * @param step the training step, which the schedule follows; below 2^40
 * @param use how often the layer was used before in that step, on that device
 * @param replica the number of the device
 */
record Draw(long step, long use, long replica) {
  /** Steps that exist: uses beyond the first have their masks from steps above. */
  static final long STEPS = 1L << 40;

  /** Returns {@code step} if it is one. */
  static long checkStep(long step) {
    if (step < 0 || step >= STEPS) {
      throw new IllegalArgumentException("step must be in [0, 2^40): " + step);
    }
    return step;
  }

  /** The step by which the mask is drawn. */
  long maskStep() {
    return Math.addExact(step, Math.multiplyExact(use, STEPS));
  }

  /** Each device has a stretch of the samples' indices, far longer than any batch. */
  long firstSample() {
    return replica << 32;
  }
}
