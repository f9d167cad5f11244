package io.github.dropblock.dl4j;

import io.github.dropblock.DropMask;
import io.github.dropblock.Strides;
import java.nio.FloatBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.comparison.CompareAndReplace;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.conditions.Conditions;

/**
 * An in-place pass of a mask by the engine's operations on arrays, for memory that Java does not
 * reach. Each element has the bits of the direct pass.
 */
final class ArrayPass {
  private final DropMask mask;
  private final INDArray x;

  /** Where the elements of a new array of x's shape lie. */
  private final Strides strides;

  private ArrayPass(DropMask mask, INDArray x, Strides strides) {
    this.mask = mask;
    this.x = x;
    this.strides = strides;
  }

  static void apply(DropMask mask, INDArray x, Strides strides, boolean fill) {
    ArrayPass pass = new ArrayPass(mask, x, strides);
    float[] multipliers = pass.multipliers();
    pass.multiply(pass.array(multipliers));
    if (fill) {
      pass.fill(multipliers);
    }
  }

  private float[] multipliers() {
    float[] multipliers = new float[mask.shape().size()];
    mask.writeMultipliers(FloatBuffer.wrap(multipliers), strides);
    return multipliers;
  }

  /** A product alone would keep a dropped NaN. */
  private void multiply(INDArray multipliers) {
    Nd4j.exec(new CompareAndReplace(multipliers, x, x, Conditions.greaterThan(0)));
    x.muli(multipliers);
  }

  private void fill(float[] multipliers) {
    float[] added = new float[multipliers.length];
    mask.writeFill(FloatBuffer.wrap(added), strides);
    boolean any = false;
    for (int i = 0; i < added.length; i++) {
      any |= added[i] != 0;
      if (multipliers[i] != 0 && added[i] == 0) {
        added[i] = -0f; // A sum with +0 would change -0.
      }
    }
    if (any) {
      x.addi(array(added));
    }
  }

  private INDArray array(float[] values) {
    return Nd4j.createFromArray(values).reshape('c', x.shape()).castTo(x.dataType());
  }
}
