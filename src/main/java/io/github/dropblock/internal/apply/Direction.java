package io.github.dropblock.internal.apply;

/** Direction of a pass, which decides what is written to dropped elements. */
public enum Direction {
  /** Writes the fill. */
  FORWARD,

  /** Writes +0.0, since the gradient of a fill is 0. */
  BACKWARD
}
