package io.github.dropblock.examples.recipes;

/** A layer of a network on arrays. */
interface FloatLayer {
  /** Returns the output for a batch. */
  float[] forward(float[] x, boolean training);

  /** Returns the gradient of the last batch's input, and learns. */
  float[] backward(float[] dy);
}
