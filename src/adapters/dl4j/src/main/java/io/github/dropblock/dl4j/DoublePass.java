package io.github.dropblock.dl4j;

import io.github.dropblock.DropMask;
import io.github.dropblock.Strides;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;

/**
 * An in-place pass of a mask over doubles, one element at a time: slow, but right, for gradient
 * checks, which the engine makes in double precision only.
 */
final class DoublePass {
  private DoublePass() {}

  static void apply(DropMask mask, DoubleBuffer x, Strides strides, boolean fill) {
    int size = mask.shape().size();
    FloatBuffer multipliers = FloatBuffer.allocate(size);
    mask.writeMultipliers(multipliers);
    FloatBuffer filled = FloatBuffer.allocate(size);
    if (fill) {
      mask.writeFill(filled);
    }
    for (int i = 0; i < size; i++) {
      int at = strides.indexOf(mask.shape(), i);
      float multiplier = multipliers.get(i);
      x.put(at, multiplier == 0 ? filled.get(i) : shifted(x.get(at) * multiplier, filled.get(i)));
    }
  }

  /** Adds what the fill adds to kept elements. A sum with 0 would change -0. */
  private static double shifted(double product, float shift) {
    return shift == 0 ? product : product + shift;
  }
}
