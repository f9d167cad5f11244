package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.oracle.MaskCase;
import io.github.dropblock.oracle.MaskData;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Maps that are much larger than a word of 64 bits, or no whole number of words. */
class DropBlockMapSizesTest {
  @Test
  void mapsFarWiderThanAWord() {
    for (int block : new int[] {1, 63, 64, 65, 129, 5000, 100_000}) {
      Shape shape = Shape.ncw(2, 3, 10_007);
      for (double keepProb : new double[] {.1, .99}) {
        MaskCase c = MaskCase.of(shape, block, keepProb, GammaRule.EXACT, 5);
        for (float[] plane : MaskData.planes(c.mask())) {
          assertRunsOfAtLeast(Math.min(block, 10_007), plane);
        }
      }
    }
  }

  private static void assertRunsOfAtLeast(int block, float[] plane) {
    int run = 0;
    for (float dropped : plane) {
      assertFalse(dropped == 0 && run > 0 && run < block, "a run of " + run);
      run = dropped == 0 ? 0 : run + 1;
    }
    assertFalse(run > 0 && run < block, "a last run of " + run);
  }

  /** A block of nearly the map's size on a map of many positions: n has many values. */
  @Test
  void exactGammaOfLargeMaps() {
    Shape shape = Shape.ncdhw(1, 1, 64, 64, 64);
    for (int block : new int[] {2, 31, 33, 63}) {
      for (double keepProb : new double[] {Double.MIN_VALUE, 1e-9, .5, 1 - 1e-12}) {
        DropBlock dropBlock = MaskCase.of(shape, block, keepProb, GammaRule.EXACT, 1).dropBlock();
        assertEquals(keepProb, dropBlock.expectedKeptFraction(shape), 1e-12);
        DropMask mask = dropBlock.sample(shape, 0);
        assertTrue(mask.keptCount() <= shape.size());
      }
    }
  }

  @Test
  void sizesThatAreNotWholeWords() {
    for (int w = 1; w <= 130; w++) {
      Shape shape = Shape.ncw(1, 1, w);
      DropMask mask = MaskCase.of(shape, 1, .5, w).mask();
      float[] y = mask.apply(Tensor.full(shape, 1)).data();
      for (int i = 0; i < w; i++) {
        assertEquals(mask.isKept(0, 0, 0, i) ? mask.scale() : 0f, y[i]);
      }
    }
  }
}
