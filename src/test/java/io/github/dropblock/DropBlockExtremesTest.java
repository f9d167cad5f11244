package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.oracle.MaskCase;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.nio.FloatBuffer;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing kept, everything kept, and nothing there. */
class DropBlockExtremesTest {
  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
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
}
