package io.github.dropblock.spark;

import io.github.dropblock.MaskFunction;
import io.github.dropblock.SampleMask;
import io.github.dropblock.tensor.Shape;

/** Drops or keeps each row as a whole: a function that tests find by its name. */
public final class RowsFunction implements MaskFunction {
  @Override
  public void draw(SampleMask sample) {
    Shape shape = sample.shape();
    for (int row = 0; row < shape.size() / shape.w(); row++) {
      if (!sample.random().bernoulli(sample.keepProb(), row)) {
        sample.dropRun(row * shape.w(), shape.w());
      }
    }
  }

  @Override
  public String name() {
    return "rows";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RowsFunction;
  }

  @Override
  public int hashCode() {
    return 1;
  }
}
