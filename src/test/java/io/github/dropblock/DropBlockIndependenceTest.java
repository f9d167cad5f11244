package io.github.dropblock;

import static io.github.dropblock.oracle.Significance.ALPHA;
import static io.github.dropblock.oracle.Significance.assertIndependent;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dropblock.oracle.MaskCase;
import io.github.dropblock.oracle.MaskData;
import io.github.dropblock.tensor.Shape;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Planes, samples, steps and seeds are independent: 2 x 2 tables of "the position is dropped in
 * this plane" and "in that plane" over disjoint pairs of planes. False-alarm rate: 1e-4 for each
 * table or, where many tables are made, for all of them together.
 */
class DropBlockIndependenceTest {
  /** Few seeds, many seeds, single positions, and one site a plane. */
  private static final MaskCase[] CASES = {
    MaskCase.of(Shape.nchw(128, 66, 7, 7), 3, .8, GammaRule.EXACT, 21),
    MaskCase.of(Shape.nchw(128, 66, 14, 14), 7, .9, 22),
    MaskCase.of(Shape.nchw(128, 66, 5, 5), 2, .5, 23),
    MaskCase.of(Shape.nchw(128, 66, 3, 3), 1, .5, 24),
    MaskCase.of(Shape.nchw(128, 66, 10, 10), 10, .6, 25)
  };

  private static int center(Shape shape) {
    return shape.h() / 2 * shape.w() + shape.w() / 2;
  }

  private static boolean[] drops(MaskCase c, long seed, long step) {
    DropBlock dropBlock =
        DropBlock.builder()
            .keepProb(c.keepProb())
            .blockSize(c.blockH())
            .gammaRule(c.rule())
            .seed(seed)
            .build();
    return MaskData.dropsAt(dropBlock.sample(c.shape(), step), center(c.shape()));
  }

  /** Every second run of planes, from the first on. */
  private static boolean[] runs(boolean[] drops, int run, int offset) {
    boolean[] half = new boolean[drops.length / 2];
    for (int i = 0; i < half.length; i++) {
      half[i] = drops[i / run * 2 * run + i % run + offset * run];
    }
    return half;
  }

  @Test
  void neighboringChannels() {
    for (MaskCase c : CASES) {
      boolean[] drops = drops(c, c.seed(), 0);
      assertIndependent(runs(drops, 1, 0), runs(drops, 1, 1), ALPHA);
    }
  }

  @Test
  void neighboringSamples() {
    for (MaskCase c : CASES) {
      boolean[] drops = drops(c, c.seed(), 0);
      assertIndependent(runs(drops, c.shape().c(), 0), runs(drops, c.shape().c(), 1), ALPHA);
    }
  }

  /** The last plane of a group of 64 channels and the first of the next. */
  @Test
  void neighboringGroupsOfChannels() {
    Shape shape = Shape.nchw(4000, 65, 4, 4);
    boolean[] drops = MaskData.dropsAt(MaskCase.of(shape, 2, .6, 26).mask(), 5);
    boolean[] before = new boolean[shape.n()];
    boolean[] after = new boolean[shape.n()];
    for (int n = 0; n < shape.n(); n++) {
      before[n] = drops[n * 65 + 63];
      after[n] = drops[n * 65 + 64];
    }
    assertIndependent(before, after, ALPHA);
  }

  /** The same channel of two groups, which differ in one bit of their counters. */
  @Test
  void sameChannelOfTwoGroups() {
    Shape shape = Shape.nchw(256, 128, 7, 7);
    for (int block : new int[] {1, 3, 7}) {
      boolean[] drops = MaskData.dropsAt(MaskCase.of(shape, block, .7, 27).mask(), 24);
      assertIndependent(runs(drops, 64, 0), runs(drops, 64, 1), ALPHA);
    }
  }

  @Test
  void neighboringSteps() {
    for (MaskCase c : CASES) {
      assertIndependent(drops(c, c.seed(), 7), drops(c, c.seed(), 8), ALPHA);
    }
  }

  @ParameterizedTest
  @CsvSource({"0,0", "0,1", "1,0", "2,0", "3,0", "4,0", "2,1", "0,5"})
  void seedsThatDifferInOneBit(int index, long step) {
    MaskCase c = CASES[index];
    boolean[] drops = drops(c, c.seed(), step);
    for (int bit = 0; bit < 64; bit++) {
      assertIndependent(drops, drops(c, c.seed() ^ 1L << bit, step), ALPHA / 64);
    }
  }

  @Test
  void stepsThatDifferInOneBit() {
    MaskCase c = CASES[0];
    boolean[] drops = drops(c, c.seed(), 0);
    for (int bit = 0; bit < 63; bit++) {
      assertIndependent(drops, drops(c, c.seed(), 1L << bit), ALPHA / 63);
    }
  }

  /** A seed and a step must not add up: run s + 1 would repeat run s one step later. */
  @Test
  void seedAndStepAreNotInterchangeable() {
    MaskCase c = CASES[0];
    assertIndependent(drops(c, 5, 4), drops(c, 4, 5), ALPHA);
    assertIndependent(drops(c, 4, 4), drops(c, 5, 5), ALPHA);
  }

  /** Samples a whole batch apart, at indexes that an int would not hold. */
  @Test
  void farSamples() {
    MaskCase c = CASES[0];
    DropBlock dropBlock = c.dropBlock();
    int center = center(c.shape());
    boolean[] near = MaskData.dropsAt(dropBlock.sample(c.shape(), 0, 0), center);
    for (long first : new long[] {128, 1L << 31, 1L << 32, 1L << 33, 1L << 62}) {
      boolean[] far = MaskData.dropsAt(dropBlock.sample(c.shape(), 0, first), center);
      assertIndependent(near, far, ALPHA);
    }
  }

  /** Two corners that no block joins, within one plane. */
  @Test
  void farPositionsOfAPlane() {
    DropMask mask = MaskCase.of(Shape.nchw(128, 65, 9, 9), 3, .7, 28).mask();
    assertIndependent(MaskData.dropsAt(mask, 20), MaskData.dropsAt(mask, 60), ALPHA);
  }

  /** The test itself has power: equal masks are found out. */
  @Test
  void equalMasksAreNotIndependent() {
    boolean[] drops = drops(CASES[0], 1, 0);
    assertThrows(
        AssertionError.class,
        () -> assertIndependent(drops, Arrays.copyOf(drops, drops.length), ALPHA));
  }
}
