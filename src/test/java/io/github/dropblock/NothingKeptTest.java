package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where nothing is kept, of the tensor, a sample or a plane, there are zeros and never NaN. */
class NothingKeptTest {
  private static final Shape SHAPE = Shape.nchw(3, 5, 4, 6);

  @ParameterizedTest
  @EnumSource(Normalization.class)
  void ofTheTensor(Normalization normalization) {
    DropBlockBuilder dropBlock = DropBlock.builder().keepProb(0).gammaRule(GammaRule.EXACT).seed(1);
    for (MaskSharing sharing : MaskSharing.values()) {
      assertZeros(dropBlock.sharing(sharing).normalization(normalization).build());
    }
    assertZeros(Dropout.of(0, 1).withNormalization(normalization));
    assertZeros(SpatialDropout.of(0, 1).withNormalization(normalization));
    assertZeros(DropPath.of(0, 1).withNormalization(normalization));
    assertZeros(DropPath.ofBatch(0, 1).withNormalization(normalization));
    assertZeros(Cutout.of(500, 99, 1).withNormalization(normalization));
    assertZeros(Holes.randomErasing(1, 1, 1, 1, 1, 1).withNormalization(normalization));
    assertZeros(Patches.of(3, 0, 1).withNormalization(normalization));
    assertZeros(Patches.exactly(3, 0, 1).withNormalization(normalization));
    assertZeros(GridMask.of(3, 1, 1).withNormalization(normalization));
  }

  private static void assertZeros(Regularizer regularizer) {
    DropMask mask = regularizer.sample(SHAPE, 0);
    float[] zeros = new float[SHAPE.size()];
    assertEquals(0, mask.keptCount());
    for (float value : new float[] {Float.NaN, Float.NEGATIVE_INFINITY, -1}) {
      Tensor x = Tensor.full(SHAPE, value);
      assertArrayEquals(zeros, mask.apply(x).data());
      assertArrayEquals(zeros, mask.backward(x).data());
      FloatBuffer buffer = FloatBuffer.wrap(x.data());
      mask.applyInPlace(buffer, Strides.channelsLast(SHAPE));
      assertArrayEquals(zeros, buffer.array());
    }
    FloatBuffer multipliers = FloatBuffer.allocate(SHAPE.size());
    mask.writeMultipliers(multipliers);
    assertArrayEquals(zeros, multipliers.array());
  }

  /** Size / kept is 0 where nothing is kept; a factor that does not depend on it stays. */
  @Test
  void theFactorIsZeroWhereItIsCounted() {
    for (Normalization normalization : Normalization.values()) {
      float expected = normalization == Normalization.NONE ? 1 : 0;
      DropMask mask = Dropout.of(0, 1).withNormalization(normalization).sample(SHAPE, 0);
      assertEquals(expected, mask.scale(1, 2), normalization::name);
    }
  }

  /** Once an infinite factor, and NaN where a kept position is 0. */
  @ParameterizedTest
  @ValueSource(doubles = {Double.MIN_VALUE, 1e-45})
  void theFactorIsFiniteForTheLeastKeepProb(double keepProb) {
    DropMask mask = Dropout.of(keepProb, 1).sample(SHAPE, 0);
    assertEquals(Float.MAX_VALUE, mask.scale());
  }

  /** Of 15 planes about half are dropped, 3 samples drop out with probability one eighth each. */
  @Test
  void ofSomeSamplesOrPlanes() {
    for (Normalization normalization :
        new Normalization[] {Normalization.SAMPLE, Normalization.PLANE}) {
      boolean[] seen = new boolean[2];
      for (int step = 0; step < 40; step++) {
        DropMask mask = DropPath.of(.5, 3).withNormalization(normalization).sample(SHAPE, step);
        Tensor y = mask.apply(Tensor.full(SHAPE, 2));
        for (int n = 0; n < 3; n++) {
          boolean kept = mask.isKept(n, 0, 0, 0);
          assertEquals(kept ? 1f : 0f, mask.scale(n, 4));
          assertEquals(kept ? 2f : 0f, y.get(n, 4, 3, 5));
          seen[kept ? 1 : 0] = true;
        }
      }
      assertTrue(seen[0] && seen[1]);
    }
  }
}
