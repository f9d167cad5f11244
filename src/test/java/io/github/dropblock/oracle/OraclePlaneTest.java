package io.github.dropblock.oracle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.tensor.Shape;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The oracle against pencil and paper. */
class OraclePlaneTest {
  private static final Shape FOUR_BY_FIVE = Shape.nchw(1, 1, 4, 5);

  @Test
  void aSeedOfTheValidRegionGrowsToTheBlockThatStartsThere() {
    OraclePlane plane = new OraclePlane(OracleRegion.VALID, FOUR_BY_FIVE, 1, 2, 3);
    assertEquals(9, plane.sites());
    float[] seeds = new float[9];
    seeds[5] = 1; // Row 1, column 2.
    float[] dropped = {
      0, 0, 0, 0, 0, //
      0, 0, 1, 1, 1, //
      0, 0, 1, 1, 1, //
      0, 0, 0, 0, 0
    };
    assertArrayEquals(dropped, plane.grow(seeds));
    assertArrayEquals(seeds, plane.seedsOf(dropped));
  }

  @Test
  void coverageOfTheValidRegionFallsTowardsTheBorder() {
    OraclePlane plane = new OraclePlane(OracleRegion.VALID, FOUR_BY_FIVE, 9, 2, 3);
    int[] covering = {
      1, 2, 3, 2, 1, //
      2, 4, 6, 4, 2, //
      2, 4, 6, 4, 2, //
      1, 2, 3, 2, 1
    };
    assertArrayEquals(covering, plane.coverage());
  }

  @Test
  void aBlockOfTheWholeRegionIsCutAtTheEdges() {
    OraclePlane plane = new OraclePlane(OracleRegion.WHOLE, Shape.ncw(1, 1, 4), 1, 1, 3);
    assertArrayEquals(new float[] {1, 1, 0, 0}, plane.grow(new float[] {1, 0, 0, 0}));
    assertArrayEquals(new float[] {1, 1, 1, 0}, plane.grow(new float[] {0, 1, 0, 0}));
    assertArrayEquals(new int[] {2, 3, 3, 2}, plane.coverage());
  }

  @Test
  void theExtendedRegionCoversAllPositionsAlike() {
    OraclePlane plane = new OraclePlane(OracleRegion.EXTENDED, Shape.ncw(1, 1, 3), 1, 1, 2);
    assertEquals(4, plane.sites());
    assertArrayEquals(new float[] {1, 0, 0}, plane.grow(new float[] {1, 0, 0, 0}));
    assertArrayEquals(new int[] {2, 2, 2}, plane.coverage());
  }

  /** Drop rates of whole-map seeds with the gamma of equation 1, as published for other tools. */
  @ParameterizedTest
  @CsvSource({
    "7,7,.1,.9300",
    "7,3,.1,.1491",
    "14,7,.1,.2092",
    "14,7,.25,.4413",
    "28,7,.1,.1329",
    "56,7,.25,.2553"
  })
  void wholeMapSeedsDropMoreThanAsked(int map, int block, double drop, double realized) {
    double gamma = OracleDropBlock.gamma(1 - drop, new int[] {map, map}, new int[] {block, block});
    Shape shape = Shape.nchw(1, 1, map, map);
    OraclePlane plane = new OraclePlane(OracleRegion.WHOLE, shape, 1, block, block);
    assertEquals(realized, 1 - plane.keptFraction(gamma), .00005);
  }

  /** False-alarm rate: {@link Significance#ALPHA} for each region. */
  @Test
  void sampledMasksFollowTheClosedForm() {
    for (OracleRegion region : OracleRegion.values()) {
      OraclePlane plane = new OraclePlane(region, Shape.nchw(1, 1, 5, 6), 1, 3, 2);
      int planes = 20_000;
      float[] dropped = OracleDropBlock.dropped(new Random(1), plane, .05, planes);
      int[] drops = new int[plane.positions()];
      for (int i = 0; i < dropped.length; i++) {
        drops[i % drops.length] += (int) dropped[i];
      }
      Significance.assertBinomials(plane.dropProbabilities(.05), drops, planes);
    }
  }
}
