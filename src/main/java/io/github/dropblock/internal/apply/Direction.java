package io.github.dropblock.internal.apply;

/** The direction of a pass, which decides what it writes where the mask drops. */
public enum Direction {
  /** Writes the fill, as the output has it. */
  FORWARD,

  /** Writes +0.0, since the gradient of a fill is 0. */
  BACKWARD
}
