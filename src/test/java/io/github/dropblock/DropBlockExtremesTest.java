package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.oracle.MaskCase;
import io.github.dropblock.oracle.MaskData;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.nio.FloatBuffer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing kept, everything kept, nothing there, and the largest and smallest maps. */
class DropBlockExtremesTest {
  @Property(tries = 200)
  void keepProbZeroDropsEverythingUnderTheExactRule(
      @ForAll @IntRange(min = 1, max = 30) int h,
      @ForAll @IntRange(min = 1, max = 30) int w,
      @ForAll @IntRange(min = 1, max = 40) int block,
      @ForAll @IntRange(min = 1, max = 66) int c) {
    Shape shape = Shape.nchw(1, c, h, w);
    for (SeedRegion region : SeedRegion.values()) {
      assertNothingKept(MaskCase.of(shape, block, 0, GammaRule.EXACT, 1).in(region).mask());
    }
  }

  private static void assertNothingKept(DropMask mask) {
    assertEquals(0, mask.keptCount());
    assertEquals(0.0, mask.keptFraction());
    assertEquals(0f, mask.scale());
    Tensor x = Tensor.zeros(mask.shape());
    float[] nasty = {-1, Float.NaN, Float.NEGATIVE_INFINITY, -0f, Float.MAX_VALUE};
    for (int i = 0; i < x.data().length; i++) {
      x.data()[i] = nasty[i % nasty.length];
    }
    // Equality of arrays tells +0.0 from -0.0 and from NaN.
    float[] zeros = new float[x.data().length];
    assertArrayEquals(zeros, mask.apply(x).data());
    assertArrayEquals(zeros, mask.backward(x).data());
    assertArrayEquals(zeros, mask.toTensor().data());
    FloatBuffer multipliers = FloatBuffer.wrap(x.data().clone());
    mask.writeMultipliers(multipliers);
    assertArrayEquals(zeros, multipliers.array());
    mask.applyInPlace(FloatBuffer.wrap(x.data()));
    assertArrayEquals(zeros, x.data());
  }

  @Test
  void gammaOneDropsEverything() {
    for (int map : new int[] {1, 7, 14, 65}) {
      Shape shape = Shape.nchw(2, 65, map, map);
      DropBlock all = DropBlock.builder().gammaScale(1e6).seed(1).build();
      assertEquals(1, all.gamma(shape));
      assertNothingKept(all.sample(shape, 0));
    }
  }

  /** One site on 196 positions: a certain seed, and yet drawn as if seeds were few. */
  @ParameterizedTest
  @ValueSource(ints = {1, 7, 8, 9, 14, 64})
  void keepProbZeroDropsWholeMapsUnderEitherRule(int map) {
    Shape shape = Shape.nchw(2, 65, map, map);
    for (GammaRule rule : GammaRule.values()) {
      assertNothingKept(MaskCase.of(shape, map, 0, rule, 1).mask());
    }
  }

  @Test
  void gammaScaleZeroKeepsEverything() {
    Shape shape = Shape.nchw(2, 65, 14, 14);
    DropMask mask = DropBlock.builder().keepProb(0).gammaScale(0).build().sample(shape, 0);
    assertEquals(shape.size(), mask.keptCount());
    assertEquals(1f, mask.scale());
  }

  @Test
  void aTinyGammaIsNotZeroButHardlyEverDrops() {
    // 127360 sites: something is dropped with probability 6e-11.
    Shape shape = Shape.nchw(10, 199, 14, 14);
    DropBlock dropBlock = DropBlock.builder().keepProb(1 - 8e-15).seed(1).build();
    assertTrue(dropBlock.gamma(shape) > 0);
    assertEquals(shape.size(), dropBlock.sample(shape, 0).keptCount());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, .5, 1})
  void anEmptyBatchGivesAnEmptyTensor(double keepProb) {
    for (Shape shape :
        new Shape[] {Shape.ncw(0, 3, 5), Shape.nchw(0, 65, 7, 7), Shape.ncdhw(0, 3, 2, 2, 2)}) {
      DropMask mask = DropBlock.builder().keepProb(keepProb).build().sample(shape, 3, 9);
      Tensor empty = Tensor.zeros(shape);
      assertEquals(empty, mask.apply(empty));
      assertEquals(empty, mask.backward(empty));
      assertEquals(empty, mask.toTensor());
      mask.applyInPlace(FloatBuffer.allocate(0));
      mask.writeMultipliers(FloatBuffer.allocate(0));
      assertEquals(0, mask.keptCount());
      assertEquals(1, mask.keptFraction());
      assertEquals(1f, mask.scale());
    }
  }

  /** Both outcomes of one position occur in 100 steps, but with probability 2^-99. */
  @Test
  void aMapOfOnePosition() {
    DropBlock dropBlock = DropBlock.builder().keepProb(.5).blockSize(70).seed(1).build();
    Tensor one = Tensor.full(Shape.nchw(1, 1, 1, 1), 3);
    boolean[] seen = new boolean[2];
    for (int step = 0; step < 100; step++) {
      DropMask mask = dropBlock.sample(one.shape(), step);
      boolean kept = mask.isKept(0, 0, 0, 0);
      seen[kept ? 1 : 0] = true;
      assertEquals(kept ? 3f : 0f, mask.apply(one).get(0, 0, 0, 0));
    }
    assertTrue(seen[0] && seen[1]);
  }

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

  /** A block of nearly the map's size on a map of many positions: the histogram of n is long. */
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
