package io.github.dropblock.reliability.soak.run;

import io.github.dropblock.DropMask;
import io.github.dropblock.Regularizer;
import io.github.dropblock.tensor.Shape;

/** Draws a mask: {@link Regularizer#sample(Shape, long, long)}, unless a defect is to be found. */
@FunctionalInterface
interface MaskSource {
  DropMask sample(Regularizer regularizer, Shape batch, long step, long firstSample);
}
