package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.oracle.MaskData;
import io.github.dropblock.oracle.Patterns;
import io.github.dropblock.oracle.Significance;
import io.github.dropblock.oracle.SmallShapes;
import io.github.dropblock.schedule.KeepProbSchedule;
import io.github.dropblock.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patches against its definition. False-alarm rate: 1e-4 for each comparison. */
class PatchesTest {
  /** The cell of each position, by a plain count of cells from the first position on. */
  private static int[] cellOfEachPosition(Shape shape, int cell) {
    int rows = (int) Math.ceil((double) shape.h() / cell);
    int columns = (int) Math.ceil((double) shape.w() / cell);
    int[] cells = new int[shape.planeSize()];
    int i = 0;
    for (int z = 0; z < shape.d(); z++) {
      for (int y = 0; y < shape.h(); y++) {
        for (int x = 0; x < shape.w(); x++) {
          cells[i++] = (z / cell * rows + y / cell) * columns + x / cell;
        }
      }
    }
    return cells;
  }

  private static int cells(Shape shape, int cell) {
    return (int) Arrays.stream(cellOfEachPosition(shape, cell)).distinct().count();
  }

  /** Whether each cell of a plane is dropped; fails if a cell is dropped in part. */
  private static float[] droppedCells(float[] plane, Shape shape, int cell) {
    float[] dropped = new float[cells(shape, cell)];
    Arrays.fill(dropped, -1);
    int[] cellOf = cellOfEachPosition(shape, cell);
    for (int p = 0; p < plane.length; p++) {
      float before = dropped[cellOf[p]];
      assertTrue(before == -1 || before == plane[p], "a cell is kept or dropped as a whole");
      dropped[cellOf[p]] = plane[p];
    }
    return dropped;
  }

  private static List<float[]> droppedCells(Patches patches, Shape shape, int cell) {
    List<float[]> all = new ArrayList<>();
    for (float[] plane : MaskData.planes(patches.sample(shape, 1))) {
      all.add(droppedCells(plane, shape, cell));
    }
    return all;
  }

  @Property(tries = 200)
  @Domain(SmallShapes.class)
  @Domain(DomainContext.Global.class)
  void cellsAreKeptOrDroppedAsAWholeAndExactlySoManyIfChosen(
      @ForAll Shape shape,
      @ForAll @IntRange(min = 1, max = 9) int cell,
      @ForAll @DoubleRange(min = 0, max = 1) double keepProb,
      @ForAll MaskSharing sharing,
      @ForAll long seed) {
    droppedCells(Patches.of(cell, keepProb, seed).withSharing(sharing), shape, cell);
    Patches exact = Patches.exactly(cell, keepProb, seed).withSharing(sharing);
    int cells = cells(shape, cell);
    int kept = (int) Math.floor(keepProb * cells + .5);
    for (float[] dropped : droppedCells(exact, shape, cell)) {
      assertEquals(cells - kept, MaskData.sum(dropped));
    }
    assertEquals(cells, exact.cells(shape));
    assertEquals((double) kept / cells, exact.expectedKeptFraction(shape));
  }

  /** k / n as keepProb keeps exactly k, although the quotient is rounded. */
  @Test
  void aQuotientKeepsItsNumerator() {
    for (int n = 1; n < 400; n++) {
      Shape shape = Shape.ncw(1, 1, n);
      for (int k = 0; k <= n; k += 1 + n / 40) {
        assertEquals(k, Patches.exactly(1, (double) k / n, 3).sample(shape, 0).keptCount());
      }
    }
  }

  /** 14 x 14 cells of 16 x 16 pixels, of which a quarter is kept. */
  @Test
  void maskedAutoencodersKeep49Of196Cells() {
    Shape images = Shape.nchw(4, 3, 224, 224);
    Patches patches = Patches.exactly(16, .25, 42);
    assertEquals(196, patches.cells(images));
    for (int n = 0; n < 4; n++) {
      assertEquals(49 * 16 * 16 * 3, patches.sample(images, 0).keptCount(n));
    }
  }

  /** The whole law: each subset of that size is as likely as the others. */
  @ParameterizedTest
  @CsvSource({"5,1", "5,2", "5,3", "5,4", "8,4", "9,2", "9,7"})
  void eachSubsetIsAsFrequentAsTheOthers(int cells, int kept) {
    Shape shape = Shape.ncw(300, 130, 2 * cells - 1);
    double[] law = new double[1 << cells];
    for (int subset = 0; subset < law.length; subset++) {
      law[subset] = Integer.bitCount(subset) == cells - kept ? 1 : 0;
    }
    double subsets = Arrays.stream(law).sum();
    Arrays.setAll(law, i -> law[i] / subsets);
    Patches patches = Patches.exactly(2, (double) kept / cells, 91).withSharing(MaskSharing.NONE);
    Significance.assertCells(law, Patterns.counts(droppedCells(patches, shape, 2)));
  }

  /** The whole law: cells are independent. */
  @ParameterizedTest
  @CsvSource({"3,3,.5", "2,4,.9", "1,7,.3"})
  void independentCellsHaveEachPatternAsOftenAsCoinsSay(int rows, int columns, double keepProb) {
    Shape shape = Shape.nchw(300, 130, 3 * rows - 2, 3 * columns - 1);
    Patches patches = Patches.of(3, keepProb, 92).withSharing(MaskSharing.NONE);
    Significance.assertCells(
        Patterns.independent(rows * columns, 1 - keepProb),
        Patterns.counts(droppedCells(patches, shape, 3)));
  }

  /** Cells that are cut do not change the rate of any position. */
  @ParameterizedTest
  @CsvSource({"1,7,9,4,.3", "1,1,50,7,.75", "3,4,5,2,.6"})
  void eachPositionIsDroppedAsOftenAsTheClosedFormSays(
      int d, int h, int w, int cell, double keepProb) {
    Shape shape = Shape.ncdhw(20_000, 1, d, h, w);
    for (Patches patches :
        List.of(Patches.of(cell, keepProb, 93), Patches.exactly(cell, keepProb, 93))) {
      double[] expected = new double[shape.planeSize()];
      Arrays.fill(expected, 1 - patches.expectedKeptFraction(shape));
      DropMask mask = patches.sample(shape, 0);
      Significance.assertBinomials(expected, MaskData.dropsOfEachPosition(mask), shape.n());
      Significance.assertMean(patches.expectedKeptFraction(shape), MaskData.keptFractions(mask));
    }
  }

  @Test
  void schedulesDriveBothForms() {
    Shape shape = Shape.nchw(8, 3, 32, 32);
    KeepProbSchedule schedule = KeepProbSchedule.linear(1, .5, 10);
    for (Patches patches : List.of(Patches.of(4, .5, 1), Patches.exactly(4, .5, 1))) {
      ScheduledRegularizer scheduled = ScheduledRegularizer.of(patches, schedule);
      assertEquals(1, scheduled.at(0).expectedKeptFraction(shape));
      assertEquals(.75, scheduled.at(5).expectedKeptFraction(shape));
      assertEquals(shape.size(), scheduled.at(0).sample(shape, 0).keptCount());
    }
    DropMask half =
        ScheduledRegularizer.of(Patches.exactly(4, 1, 1), schedule).at(10).sample(shape, 10);
    assertEquals(shape.size() / 2, half.keptCount());
  }

  @Test
  void cellsOfOtherForms() {
    Shape shape = Shape.nchw(2, 3, 6, 10);
    assertEquals(3 * 2, Patches.of(BlockSize.of(2, 5), .5, 1).cells(shape));
    assertEquals(4, Patches.of(BlockSize.ratio(.5), .5, 1).cells(shape));
    assertEquals(1, Patches.of(Integer.MAX_VALUE, .5, 1).cells(shape));
    assertEquals(60, Patches.of(1, .5, 1).cells(shape));
  }

  @Test
  void choicesCanBeAskedAndChanged() {
    Patches patches = Patches.of(3, .7, 9);
    assertEquals(BlockSize.square(3), patches.cell());
    assertFalse(patches.exact());
    assertTrue(Patches.exactly(3, .7, 9).exact());
    assertEquals(MaskSharing.CHANNELS, patches.sharing());
    assertEquals(Normalization.NONE, patches.normalization());
    Patches other = patches.withSharing(MaskSharing.ALL);
    assertEquals(MaskSharing.ALL, other.sharing());
    assertEquals(patches, other.withSharing(MaskSharing.CHANNELS));
  }
}
