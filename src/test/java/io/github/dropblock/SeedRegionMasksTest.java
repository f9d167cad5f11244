package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.oracle.MaskCase;
import io.github.dropblock.oracle.MaskData;
import io.github.dropblock.oracle.OraclePlane;
import io.github.dropblock.oracle.Patterns;
import io.github.dropblock.oracle.Significance;
import io.github.dropblock.tensor.Shape;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Masks of blocks that are cut at the edges: their laws, their independence, their threads.
 * False-alarm rate: 1e-4 for each comparison.
 */
class SeedRegionMasksTest {
  private static Stream<Arguments> cut(MaskCase... cases) {
    return Stream.of(cases)
        .flatMap(
            c ->
                Stream.of(SeedRegion.WHOLE, SeedRegion.EXTENDED)
                    .map(region -> Arguments.of(c.by(GammaRule.EXACT).in(region))));
  }

  /** Maps with at most 12 sites, whose sets can be enumerated; few seeds, and many. */
  static Stream<Arguments> tiny() {
    return cut(
        MaskCase.of(Shape.nchw(400, 66, 2, 2), 2, .5, 101),
        MaskCase.of(Shape.nchw(400, 66, 2, 3), 2, .6, 102),
        MaskCase.of(Shape.nchw(400, 66, 2, 3), 2, .98, 103),
        MaskCase.of(Shape.nchw(400, 66, 1, 5), 4, .6, 104),
        MaskCase.of(Shape.nchw(400, 66, 1, 5), 70, .99, 105),
        MaskCase.of(Shape.ncdhw(400, 66, 2, 1, 2), 2, .6, 106),
        MaskCase.of(Shape.ncw(400, 66, 6), 3, .985, 107));
  }

  @ParameterizedTest
  @MethodSource("tiny")
  void eachPatternIsAsFrequentAsItsSeeds(MaskCase c) {
    OraclePlane plane = c.plane();
    double[] law = new double[1 << plane.positions()];
    for (int set = 0; set < 1 << plane.sites(); set++) {
      float[] seeds = new float[plane.sites()];
      for (int site = 0; site < seeds.length; site++) {
        seeds[site] = set >> site & 1;
      }
      int drawn = Integer.bitCount(set);
      law[Patterns.of(plane.grow(seeds))] +=
          Math.pow(c.gamma(), drawn) * Math.pow(1 - c.gamma(), plane.sites() - drawn);
    }
    Significance.assertCells(law, Patterns.counts(c.mask()));
  }

  static Stream<Arguments> maps() {
    return cut(
        MaskCase.of(Shape.nchw(150, 65, 14, 14), 7, .9, 111),
        MaskCase.of(Shape.nchw(150, 65, 14, 14), 7, .4, 112),
        MaskCase.of(Shape.nchw(300, 65, 7, 9), 4, .9, 113),
        MaskCase.of(Shape.nchw(300, 65, 7, 7), 2, .5, 114),
        MaskCase.of(Shape.ncdhw(200, 65, 3, 5, 6), 3, .8, 115));
  }

  /**
   * Pairs of positions on real maps: both are kept if none of the blocks over either is drawn. The
   * first position, at the corner, with each of the others.
   */
  @ParameterizedTest
  @MethodSource("maps")
  void positionsFallTogetherAsOftenAsTheirBlocksSay(MaskCase c) {
    OraclePlane plane = c.plane();
    int positions = plane.positions();
    int[] overEither = new int[positions];
    for (int site = 0; site < plane.sites(); site++) {
      float[] seeds = new float[plane.sites()];
      seeds[site] = 1;
      float[] block = plane.grow(seeds);
      for (int i = 0; i < positions; i++) {
        overEither[i] += block[0] == 1 || block[i] == 1 ? 1 : 0;
      }
    }
    double[] dropped = plane.dropProbabilities(c.gamma());
    double[] both = new double[positions];
    for (int i = 0; i < positions; i++) {
      double neither = Math.pow(1 - c.gamma(), overEither[i]);
      both[i] = dropped[0] + dropped[i] - 1 + neither;
    }
    int[] counts = new int[positions];
    for (float[] sampled : MaskData.planes(c.mask())) {
      for (int i = 0; i < positions; i++) {
        counts[i] += sampled[0] == 1 && sampled[i] == 1 ? 1 : 0;
      }
    }
    Significance.assertBinomials(both, counts, c.shape().planes());
  }

  /** What is cut off a block at a plane's end must not show at the next plane's beginning. */
  @ParameterizedTest
  @MethodSource("maps")
  void neighboringPlanesAreIndependent(MaskCase c) {
    DropMask mask = c.mask();
    boolean[] first = MaskData.dropsAt(mask, 0);
    boolean[] last = MaskData.dropsAt(mask, c.shape().planeSize() - 1);
    boolean[] before = new boolean[first.length / 2];
    boolean[] after = new boolean[before.length];
    for (int i = 0; i < before.length; i++) {
      before[i] = last[2 * i];
      after[i] = first[2 * i + 1];
    }
    Significance.assertIndependent(before, after, Significance.ALPHA);
  }

  static Stream<Arguments> large() {
    return cut(
        MaskCase.of(Shape.nchw(130, 65, 19, 19), 7, .9, 121),
        MaskCase.of(Shape.nchw(130, 65, 19, 19), 3, .5, 122),
        MaskCase.of(Shape.nchw(3, 5, 401, 501), 9, .9, 123));
  }

  @ParameterizedTest
  @MethodSource("large")
  void threadsDoNotChangeAMask(MaskCase c) {
    DropBlock alone = c.dropBlock().withThreads(Threads.none());
    DropMask expected = alone.sample(c.shape(), 3);
    for (int threads : new int[] {2, 5}) {
      ForkJoinPool pool = new ForkJoinPool(threads);
      DropMask mask = alone.withThreads(Threads.of(pool)).sample(c.shape(), 3);
      assertEquals(expected.keptCount(), mask.keptCount());
      assertEquals(expected.toTensor(), mask.toTensor());
      pool.shutdown();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMaskDrawnAnewIsTheMaskOfItsStep(SeedRegion region) {
    for (double keepProb : new double[] {.4, .99}) {
      MaskCase c = MaskCase.of(Shape.nchw(3, 66, 7, 9), 3, keepProb, 131).in(region);
      DropMask mask = c.dropBlock().sample(c.shape(), 0);
      for (long step = 1; step < 10; step++) {
        c.dropBlock().sampleInto(mask, step, 3 * step);
        DropMask fresh = c.dropBlock().sample(c.shape(), step, 3 * step);
        assertEquals(fresh.toTensor(), mask.toTensor());
        assertEquals(fresh.keptCount(), mask.keptCount());
      }
    }
  }
}
