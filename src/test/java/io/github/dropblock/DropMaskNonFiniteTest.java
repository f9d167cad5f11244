package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.oracle.MaskCase;
import io.github.dropblock.oracle.MaskCases;
import io.github.dropblock.oracle.MaskData;
import io.github.dropblock.tensor.Tensor;
import java.nio.FloatBuffer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

/** NaN and infinity stop at dropped positions and pass kept ones. */
class DropMaskNonFiniteTest {
  private static final float[] VALUES = {
    Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, -0f, -Float.MAX_VALUE
  };

  @Property(tries = 200)
  @Domain(MaskCases.class)
  void neverLeakThroughADroppedPosition(@ForAll MaskCase c) {
    DropMask mask = c.mask();
    float[] dropped = MaskData.dropped(mask);
    for (float value : VALUES) {
      Tensor x = Tensor.full(c.shape(), value);
      float[][] results = {
        mask.apply(x).data(),
        mask.backward(x).data(),
        throughBuffers(mask, x),
        mask.applyInPlace(x).data()
      };
      for (float[] y : results) {
        for (int i = 0; i < y.length; i++) {
          if (dropped[i] == 1) {
            assertEquals(0, Float.floatToRawIntBits(y[i]));
          } else {
            assertEquals(value * mask.scale(), y[i]);
          }
        }
      }
    }
  }

  private static float[] throughBuffers(DropMask mask, Tensor x) {
    FloatBuffer out = FloatBuffer.allocate(x.data().length);
    mask.apply(FloatBuffer.wrap(x.data()), out);
    return out.array();
  }

  /** One NaN among numbers: it does not touch its neighbors, whose scale is the mask's alone. */
  @Property(tries = 200)
  @Domain(MaskCases.class)
  void oneNanStaysWhereItIs(@ForAll MaskCase c) {
    DropMask mask = c.mask();
    Tensor x = c.integers();
    Tensor clean = mask.apply(x);
    int at = Math.floorMod(c.seed(), c.shape().size());
    x.data()[at] = Float.NaN;
    Tensor y = mask.apply(x);
    boolean dropped = MaskData.dropped(mask)[at] == 1;
    assertTrue(dropped ? y.data()[at] == 0 : Float.isNaN(y.data()[at]));
    y.data()[at] = clean.data()[at];
    assertEquals(clean, y);
  }
}
