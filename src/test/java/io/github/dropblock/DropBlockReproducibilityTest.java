package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.dropblock.oracle.MaskCase;
import io.github.dropblock.oracle.MaskCases;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;

/** A mask is a pure function of configuration, shape, step and sample index. */
class DropBlockReproducibilityTest {
  /** 4096 positions, each dropped with probability one half on its own. */
  private static final Shape COINS = Shape.nchw(1, 64, 8, 8);

  private static DropBlock coins(long seed) {
    return DropBlock.builder().keepProb(.5).blockSize(1).seed(seed).build();
  }

  @Property(tries = 200)
  @Domain(MaskCases.class)
  void equalConfigurationsGiveEqualMasks(@ForAll MaskCase c) {
    assertEquals(c.mask().toTensor(), c.mask().toTensor());
  }

  /** Two masks of 4096 fair coins are equal with probability 2^-4096. */
  @Property(tries = 200)
  void otherSeedsGiveOtherMasks(@ForAll long seed, @ForAll long other) {
    if (seed != other) {
      assertNotEquals(
          coins(seed).sample(COINS, 0).toTensor(), coins(other).sample(COINS, 0).toTensor());
    }
  }

  /** As {@link #otherSeedsGiveOtherMasks}. */
  @Property(tries = 200)
  void otherStepsGiveOtherMasks(
      @ForAll @LongRange(min = 0) long step, @ForAll @LongRange(min = 0) long other) {
    if (step != other) {
      assertNotEquals(
          coins(1).sample(COINS, step).toTensor(), coins(1).sample(COINS, other).toTensor());
    }
  }

  /** As {@link #otherSeedsGiveOtherMasks}. */
  @Property(tries = 200)
  void otherSamplesHaveOtherMasks(
      @ForAll @LongRange(min = 0, max = Long.MAX_VALUE - 1) long sample,
      @ForAll @LongRange(min = 0, max = Long.MAX_VALUE - 1) long other) {
    if (sample != other) {
      assertNotEquals(
          coins(1).sample(COINS, 0, sample).toTensor(),
          coins(1).sample(COINS, 0, other).toTensor());
    }
  }

  @Test
  void sampleZeroIsTheDefaultFirst() {
    assertEquals(coins(1).sample(COINS, 5, 0).toTensor(), coins(1).sample(COINS, 5).toTensor());
  }

  /** What is kept of the last shape must not reach the next one. */
  @Test
  void oneRegularizerServesShapesInTurn() {
    DropBlock shared = DropBlock.builder().keepProb(.7).seed(1).build();
    Shape[] shapes = {
      Shape.nchw(2, 65, 14, 14), Shape.nchw(2, 64, 14, 14), Shape.nchw(3, 65, 14, 14),
      Shape.nchw(2, 65, 7, 28), Shape.nchw(2, 65, 28, 7), Shape.ncw(2, 65, 196),
      Shape.ncdhw(2, 65, 1, 14, 14), Shape.nchw(0, 65, 14, 14), Shape.nchw(2, 65, 14, 14)
    };
    for (Shape shape : shapes) {
      DropBlock fresh = DropBlock.builder().keepProb(.7).seed(1).build();
      assertEquals(fresh.sample(shape, 3).toTensor(), shared.sample(shape, 3).toTensor());
      assertEquals(fresh.gamma(shape), shared.gamma(shape));
    }
  }

  @Test
  void threadsThatShareARegularizerDoNotDisturbEachOther() {
    DropBlock shared = DropBlock.builder().seed(1).build();
    Shape[] shapes = {Shape.nchw(2, 65, 14, 14), Shape.nchw(2, 8, 7, 7), Shape.ncw(2, 8, 70)};
    List<Tensor> alone =
        IntStream.range(0, 300).mapToObj(i -> shared.sample(shapes[i % 3], i).toTensor()).toList();
    List<Tensor> together =
        IntStream.range(0, 300)
            .parallel()
            .mapToObj(i -> shared.sample(shapes[i % 3], i).toTensor())
            .toList();
    assertEquals(alone, together);
  }

  @Test
  void theOrderOfStepsDoesNotMatter() {
    DropBlock dropBlock = coins(1);
    List<Tensor> forward =
        LongStream.range(0, 20).mapToObj(s -> dropBlock.sample(COINS, s).toTensor()).toList();
    for (int step = 19; step >= 0; step--) {
      assertEquals(forward.get(step), dropBlock.sample(COINS, step).toTensor());
    }
  }

  /**
   * The static shorthand without a seed draws a fresh one: two results of 4096 fair coins are equal
   * with probability 2^-64, that of equal seeds.
   */
  @Test
  void freshRandomnessDiffersFromCallToCall() {
    Tensor ones = Tensor.full(COINS, 1);
    assertNotEquals(DropBlock.apply(ones, .5, 1), DropBlock.apply(ones, .5, 1));
    assertNotEquals(DropBlock.builder().build().seed(), DropBlock.builder().build().seed());
  }

  @Test
  void theStaticShorthandIsStepZero() {
    Tensor ones = Tensor.full(COINS, 1);
    assertEquals(coins(9).sample(COINS, 0).apply(ones), DropBlock.apply(ones, .5, 1, 9));
  }
}
