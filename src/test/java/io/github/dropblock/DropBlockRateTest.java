package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.oracle.MaskCase;
import io.github.dropblock.oracle.MaskData;
import io.github.dropblock.oracle.Significance;
import io.github.dropblock.tensor.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The realized kept fraction is the expected one, within 4 standard errors that are taken from the
 * variance between planes, which are independent. False-alarm rate: 6.3e-5 for each comparison,
 * about .005 for the class.
 */
class DropBlockRateTest {
  @ParameterizedTest
  @CsvSource({"7,7,8192", "7,3,8192", "14,7,4096", "28,7,2048", "56,7,512"})
  void publishedMapsKeepWhatIsExpected(int map, int block, int planes) {
    Shape shape = Shape.nchw(planes / 64, 64, map, map);
    for (SeedRegion region : SeedRegion.values()) {
      for (double drop : new double[] {.1, .25}) {
        for (GammaRule rule : GammaRule.values()) {
          MaskCase c = MaskCase.of(shape, block, 1 - drop, rule, 20181030).in(region);
          double expected = c.dropBlock().expectedKeptFraction(shape);
          // Equation 1 with seeds of other regions may leave nothing to take a variance from.
          if (expected > .001) {
            assertRate(expected, c);
          }
        }
      }
    }
  }

  private static void assertRate(double expected, MaskCase c) {
    Significance.assertMean(expected, MaskData.keptFractions(c.mask()));
  }

  /** Rectangles, even sizes, blocks longer than an axis; b 1 and 2 draw 64 sites at once. */
  @ParameterizedTest
  @CsvSource({
    "1,7,7,1,1,1", "1,14,14,1,2,2", "1,14,14,1,4,6", "1,20,30,1,3,5", "1,5,40,1,9,9",
        "1,64,3,1,8,2",
    "1,1,100,1,1,7", "1,1,65,1,1,64", "1,1,3,1,1,2", "4,8,8,2,3,3", "6,6,6,6,6,6", "3,10,12,5,1,4"
  })
  void exactGammaKeepsWhatIsAsked(int d, int h, int w, int bd, int bh, int bw) {
    Shape shape = Shape.ncdhw(4_000_000 / (d * h * w * 256 * 5) + 4, 256, d, h, w);
    for (SeedRegion region : SeedRegion.values()) {
      for (double keepProb : new double[] {.95, .5, .1}) {
        MaskCase c = new MaskCase(shape, bd, bh, bw, keepProb, GammaRule.EXACT, region, 1, 0, 0);
        assertRate(keepProb, c);
      }
    }
  }

  @Test
  void oneAndThreeDimensionsUnderTheirOwnLayouts() {
    Shape row = Shape.ncw(20, 256, 100);
    assertRate(.8, MaskCase.of(row, 7, .8, GammaRule.EXACT, 1));
    Shape cube = Shape.ncdhw(10, 256, 8, 8, 8);
    assertRate(.8, MaskCase.of(cube, 3, .8, GammaRule.EXACT, 1));
  }

  /** Gaps of 16 thousand sites on average, far beyond any table of gaps. */
  @Test
  void rareSeedsAreNotLost() {
    Shape shape = Shape.nchw(400, 256, 14, 14);
    MaskCase c = MaskCase.of(shape, 7, .999, GammaRule.EXACT, 1);
    assertEquals(6.2e-5, c.gamma(), 1e-6);
    assertRate(.999, c);
  }

  /** A small map has fewer sites than one gap: what is left of it must not carry over. */
  @Test
  void rareSeedsOfTinyBatchesAreNotLost() {
    Shape shape = Shape.nchw(100_000, 1, 4, 4);
    assertRate(.99, MaskCase.of(shape, 3, .99, GammaRule.EXACT, 1));
  }

  /** Seeds of probability one half that are still few: one site on a plane of 49 positions. */
  @Test
  void likelySeedsAtFewSites() {
    Shape shape = Shape.nchw(64, 256, 7, 7);
    assertRate(.5, MaskCase.of(shape, 7, .5, 1));
    assertRate(.3, MaskCase.of(Shape.nchw(16, 256, 14, 14), 14, .3, 1));
    assertRate(.02, MaskCase.of(Shape.nchw(16, 256, 14, 14), 14, .02, 1));
  }

  /** Both sides of the density at which drawing gaps gives way to drawing each site. */
  @ParameterizedTest
  @CsvSource({"1,.9844", "1,.9843", "2,.945", "2,.94", "3,.88", "3,.87"})
  void neitherWayOfDrawingIsBiased(int block, double keepProb) {
    Shape shape = Shape.nchw(32, 256, 14, 14);
    assertRate(keepProb, MaskCase.of(shape, block, keepProb, GammaRule.EXACT, 1));
  }
}
