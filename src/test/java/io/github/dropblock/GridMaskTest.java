package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.oracle.MaskData;
import io.github.dropblock.oracle.OracleGrid;
import io.github.dropblock.oracle.Patterns;
import io.github.dropblock.oracle.Significance;
import io.github.dropblock.oracle.SmallShapes;
import io.github.dropblock.tensor.Shape;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GridMask against its definition. False-alarm rate: 1e-4 for each comparison. */
class GridMaskTest {
  /** Each position is dropped in as many of all shifted grids as the closed form says. */
  @Property(tries = 150)
  @Domain(SmallShapes.class)
  @Domain(DomainContext.Global.class)
  void theExpectedKeptFractionIsTheMeanOverAllGrids(
      @ForAll Shape shape,
      @ForAll @IntRange(min = 1, max = 7) int minPeriod,
      @ForAll @IntRange(max = 2) int more,
      @ForAll @DoubleRange(min = 0, max = 1) double holeRatio,
      @ForAll @DoubleRange(min = 0, max = 1) double probability) {
    GridMask gridMask = GridMask.of(minPeriod, minPeriod + more, holeRatio, 1);
    double kept = new OracleGrid(shape, minPeriod, minPeriod + more, holeRatio).keptFraction();
    assertEquals(kept, gridMask.expectedKeptFraction(shape), 1e-12);
    assertEquals(1 - kept, gridMask.withInverse(true).expectedKeptFraction(shape), 1e-12);
    assertEquals(
        1 - probability * (1 - kept),
        gridMask.withProbability(probability).expectedKeptFraction(shape),
        1e-12);
  }

  /** Pencil and paper: holes of 2 of 4 along two axes drop a quarter, of 3 of 5 they drop 9/25. */
  @Test
  void gridsKeepKnownShares() {
    Shape image = Shape.nchw(1, 3, 17, 23);
    assertEquals(.75, GridMask.of(4, .5, 1).expectedKeptFraction(image));
    assertEquals(1 - (.25 + .36) / 2, GridMask.of(4, 5, .5, 1).expectedKeptFraction(image), 1e-15);
    assertEquals(.5, GridMask.of(4, .5, 1).expectedKeptFraction(Shape.ncw(1, 3, 17)));
    assertEquals(.875, GridMask.of(4, .5, 1).expectedKeptFraction(Shape.ncdhw(1, 3, 5, 5, 5)));
  }

  /** The whole law: each period and each shift is as likely as the others. */
  @ParameterizedTest
  @CsvSource({"1,3,3,2,3,.5", "1,1,9,3,5,.4", "2,2,3,2,2,.5", "1,4,3,4,4,.75", "1,1,1,3,3,.34"})
  void eachPatternIsAsFrequentAsItsGrids(
      int d, int h, int w, int minPeriod, int maxPeriod, double holeRatio) {
    Shape shape = Shape.ncdhw(40_000, 1, d, h, w);
    double[] law = new double[1 << shape.planeSize()];
    for (OracleGrid.Choice grid :
        new OracleGrid(shape, minPeriod, maxPeriod, holeRatio).choices()) {
      law[Patterns.of(grid.dropped())] += grid.probability();
    }
    GridMask gridMask = GridMask.of(minPeriod, maxPeriod, holeRatio, 81);
    Significance.assertCells(law, Patterns.counts(gridMask.sample(shape, 0)));
  }

  @ParameterizedTest
  @CsvSource({"1,7,9,3,5,.5", "1,1,40,7,7,.3", "3,4,5,2,4,.6"})
  void eachPositionIsDroppedAsOftenAsTheClosedFormSays(
      int d, int h, int w, int minPeriod, int maxPeriod, double holeRatio) {
    Shape shape = Shape.ncdhw(20_000, 1, d, h, w);
    double[] expected = new OracleGrid(shape, minPeriod, maxPeriod, holeRatio).dropProbabilities();
    DropMask mask = GridMask.of(minPeriod, maxPeriod, holeRatio, 82).sample(shape, 0);
    Significance.assertBinomials(expected, MaskData.dropsOfEachPosition(mask), shape.planes());
  }

  /** A large image, where planes keep different shares because their periods differ. */
  @Test
  void imagesKeepTheExpectedFractionOnAverage() {
    Shape shape = Shape.nchw(500, 1, 64, 57);
    GridMask gridMask = GridMask.of(24, 60, .4, 83).withProbability(.7);
    for (boolean inverse : new boolean[] {false, true}) {
      GridMask each = gridMask.withInverse(inverse);
      double[] kept = MaskData.keptFractions(each.sample(shape, 0));
      Significance.assertMean(each.expectedKeptFraction(shape), kept);
    }
  }

  @Property(tries = 100)
  @Domain(SmallShapes.class)
  @Domain(DomainContext.Global.class)
  void theInverseKeepsWhatTheOtherDrops(
      @ForAll Shape shape, @ForAll @IntRange(min = 1, max = 30) int period, @ForAll long seed) {
    GridMask gridMask = GridMask.of(period, .5, seed);
    float[] dropped = MaskData.dropped(gridMask.sample(shape, 1));
    float[] inverse = MaskData.dropped(gridMask.withInverse(true).sample(shape, 1));
    for (int i = 0; i < dropped.length; i++) {
      assertEquals(1, dropped[i] + inverse[i]);
    }
  }

  /** A quarter of the masks has a grid, and the others keep everything. */
  @Test
  void theProbabilityIsThatOfAGrid() {
    Shape shape = Shape.nchw(20_000, 2, 4, 4);
    DropMask mask = GridMask.of(4, .5, 84).withProbability(.25).sample(shape, 0);
    int[] grids = new int[1];
    for (int n = 0; n < shape.n(); n++) {
      long kept = mask.keptCount(n);
      assertTrue(kept == 2 * 16 || kept == 2 * 12, () -> "kept " + kept);
      grids[0] += kept == 2 * 12 ? 1 : 0;
    }
    Significance.assertBinomials(new double[] {.25}, grids, shape.n());
  }

  @Property(tries = 60)
  @Domain(SmallShapes.class)
  @Domain(DomainContext.Global.class)
  void extremesKeepAllOrNothing(
      @ForAll Shape shape, @ForAll @IntRange(min = 1, max = 90) int period, @ForAll long seed) {
    GridMask none = GridMask.of(period, 0, seed);
    GridMask all = GridMask.of(period, 1, seed);
    for (GridMask keeps : Arrays.asList(none, all.withInverse(true), all.withProbability(0))) {
      assertEquals(shape.size(), keeps.sample(shape, 0).keptCount());
      assertEquals(1, keeps.expectedKeptFraction(shape));
    }
    for (GridMask drops : Arrays.asList(all, none.withInverse(true))) {
      assertEquals(0, drops.sample(shape, 0).keptCount());
      assertEquals(0, drops.expectedKeptFraction(shape));
    }
  }

  /** The largest period, on a row that is longer. */
  @Test
  void aLongRowWithTheLargestPeriod() {
    long width = 3L << 20;
    GridMask gridMask = GridMask.of(1 << 20, .25, 85);
    DropMask mask = gridMask.sample(Shape.ncw(1, 1, 3 << 20), 0);
    assertEquals(width / 4 * 3, mask.keptCount());
    assertEquals(.75, gridMask.expectedKeptFraction(Shape.ncw(1, 1, 3 << 20)));
  }

  @Test
  void choicesCanBeAskedAndChanged() {
    GridMask gridMask = GridMask.of(3, 7, .5, 9);
    assertEquals(3, gridMask.minPeriod());
    assertEquals(7, gridMask.maxPeriod());
    assertEquals(.5, gridMask.holeRatio());
    assertEquals(1, gridMask.probability());
    assertEquals(false, gridMask.inverse());
    assertEquals(MaskSharing.CHANNELS, gridMask.sharing());
    assertEquals(Normalization.NONE, gridMask.normalization());
    GridMask other = gridMask.withProbability(.3).withInverse(true).withSharing(MaskSharing.BATCH);
    assertEquals(.3, other.probability());
    assertTrue(other.inverse());
    assertEquals(MaskSharing.BATCH, other.sharing());
    assertEquals(
        gridMask, other.withProbability(1).withInverse(false).withSharing(MaskSharing.CHANNELS));
    assertEquals(GridMask.of(4, 4, .5, 1), GridMask.of(4, .5, 1));
  }

  @Test
  void channelsHaveGridsOfTheirOwnIfTheyShareNone() {
    Shape shape = Shape.nchw(1, 2, 16, 16);
    GridMask gridMask = GridMask.of(5, 9, .5, 86);
    float[] shared = MaskData.planes(gridMask.sample(shape, 0)).get(1);
    assertArrayEquals(MaskData.planes(gridMask.sample(shape, 0)).get(0), shared);
    float[] own = MaskData.planes(gridMask.withSharing(MaskSharing.NONE).sample(shape, 0)).get(1);
    assertEquals(false, Arrays.equals(shared, own));
  }
}
