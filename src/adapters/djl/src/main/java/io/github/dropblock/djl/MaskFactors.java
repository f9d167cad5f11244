package io.github.dropblock.djl;

import ai.djl.ndarray.NDArray;

/** What an input is multiplied by, and what is added: arrays of its type and on its device. */
interface MaskFactors {
  /** Returns 0 or the scale, in a shape that is broadcast to the input's. */
  NDArray multipliers();

  /** Returns the fill where dropped and the shift where kept, in such a shape. */
  NDArray fill();
}
