package io.github.dropblock.dl4j;

import io.github.dropblock.DropMask;
import io.github.dropblock.Strides;
import io.github.dropblock.tensor.Shape;
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
    FloatBuffer dropped = FloatBuffer.allocate(size);
    if (fill) {
      mask.writeFill(dropped);
    }
    for (int i = 0; i < size; i++) {
      int at = index(mask.shape(), strides, i);
      float multiplier = multipliers.get(i);
      x.put(at, multiplier == 0 ? dropped.get(i) : x.get(at) * multiplier);
    }
  }

  private static int index(Shape shape, Strides strides, int element) {
    int w = element % shape.w();
    int rest = element / shape.w();
    int h = rest % shape.h();
    rest /= shape.h();
    int d = rest % shape.d();
    rest /= shape.d();
    return strides.offset()
        + rest / shape.c() * strides.n()
        + rest % shape.c() * strides.c()
        + d * strides.d()
        + h * strides.h()
        + w * strides.w();
  }
}
