package io.github.dropblock;

import static io.github.dropblock.SeedRegion.EXTENDED;
import static io.github.dropblock.SeedRegion.VALID;
import static io.github.dropblock.SeedRegion.WHOLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.oracle.MaskCase;
import io.github.dropblock.oracle.MaskCases;
import io.github.dropblock.oracle.MaskData;
import io.github.dropblock.oracle.Significance;
import io.github.dropblock.tensor.Shape;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rates of the seed regions in closed form, and as published for other tools. */
class SeedRegionNumbersTest {
  private static DropBlock dropBlock(Shape shape, int block, double drop, GammaRule rule) {
    return MaskCase.of(shape, block, 1 - drop, rule, 1).dropBlock();
  }

  private static DropBlock dropBlock(MaskCase c, SeedRegion region) {
    return c.in(region).dropBlock();
  }

  /**
   * The drop rates of equation 1 with seeds where a block fits (torchvision) and anywhere on the
   * map (timm, Paddle), and by how much the exact gamma of the first exceeds it.
   */
  @ParameterizedTest
  @CsvSource({
    "7,7,.1,.1000,.9300,1.000",
    "7,3,.1,.0947,.1491,1.060",
    "14,7,.1,.0929,.2092,1.082",
    "14,7,.25,.2095,.4413,1.241",
    "28,7,.1,.0939,.1329,1.069",
    "56,7,.25,.2182,.2553,1.172"
  })
  void equationOneInEachRegion(
      int map, int block, double drop, double valid, double whole, double exactToPaper) {
    Shape shape = Shape.nchw(1, 1, map, map);
    MaskCase paper = MaskCase.of(shape, block, 1 - drop, 1);
    double half = .00005;
    DropBlock inValid = dropBlock(paper, VALID);
    assertEquals(valid, 1 - inValid.expectedKeptFraction(shape), half);
    DropBlock inWhole = dropBlock(paper, WHOLE);
    assertEquals(whole, 1 - inWhole.expectedKeptFraction(shape), half);
    // Equation 1 does not know of regions.
    assertEquals(inValid.gamma(shape), inWhole.gamma(shape));
    assertEquals(inValid.gamma(shape), dropBlock(paper, EXTENDED).gamma(shape));
    double exact = dropBlock(shape, block, drop, GammaRule.EXACT).gamma(shape);
    assertEquals(exactToPaper, exact / inValid.gamma(shape), .0005);
  }

  @ParameterizedTest
  @CsvSource({"14,7,.1,.006764", "14,7,.25,.019396", "7,7,.1,.1"})
  void exactGammaOfTheValidRegion(int map, int block, double drop, double gamma) {
    Shape shape = Shape.nchw(1, 1, map, map);
    assertEquals(gamma, dropBlock(shape, block, drop, GammaRule.EXACT).gamma(shape), .0000005);
  }

  /** As many blocks cover each position as a block has positions: the root is a power. */
  @Property(tries = 150)
  @Domain(MaskCases.class)
  void exactGammaOfTheExtendedRegionIsAPower(@ForAll MaskCase c) {
    // Powers that are the smallest of all numbers have but a few digits.
    Assume.that(c.keepProb() == 0 || c.keepProb() >= 1e-300);
    Shape shape = c.shape();
    double volume =
        (double) Math.min(c.blockD(), shape.d())
            * Math.min(c.blockH(), shape.h())
            * Math.min(c.blockW(), shape.w());
    MaskCase exact = c.by(GammaRule.EXACT).in(EXTENDED);
    // 1 - keepProb^(1 / volume) without the cancellation near keepProb 1.
    double gamma = -Math.expm1(Math.log(c.keepProb()) / volume);
    assertEquals(gamma, exact.gamma(), 1e-9 * gamma + 1e-15);
    double[] alike = exact.plane().dropProbabilities(exact.gamma());
    double least = Arrays.stream(alike).min().orElseThrow();
    assertEquals(least, Arrays.stream(alike).max().orElseThrow(), "drop rates differ");
  }

  /** Blocks over a corner and over the center, out of 49: the exact rates, from the definition. */
  @ParameterizedTest
  @CsvSource({"VALID,1,49", "WHOLE,16,49", "EXTENDED,49,49"})
  void cornersAndCenterAreDroppedByTheBlocksOverThem(SeedRegion region, int corner, int center) {
    Shape shape = Shape.nchw(500, 64, 14, 14);
    for (GammaRule rule : GammaRule.values()) {
      MaskCase c = MaskCase.of(shape, 7, .9, rule, 61).in(region);
      double keepOne = 1 - c.gamma();
      double[] probabilities = new double[5];
      Arrays.fill(probabilities, 0, 4, 1 - Math.pow(keepOne, corner));
      probabilities[4] = 1 - Math.pow(keepOne, center);
      int[] drops = MaskData.dropsOfEachPosition(c.mask());
      int[] corners = IntStream.of(0, 13, 182, 195, 7 * 14 + 7).map(i -> drops[i]).toArray();
      // False-alarm rate: 1e-4 for each region and rule.
      Significance.assertBinomials(probabilities, corners, shape.planes());
    }
  }

  /** The bias that peers have, in numbers: the rate of a corner against that of the center. */
  @ParameterizedTest
  @CsvSource({"VALID,.0063,.2645", "WHOLE,.0955,.2645", "EXTENDED,.2645,.2645"})
  void borderRatesOfEquationOne(SeedRegion region, double corner, double center) {
    Shape shape = Shape.nchw(1, 1, 14, 14);
    MaskCase c = MaskCase.of(shape, 7, .9, 1).in(region);
    double[] rates = c.plane().dropProbabilities(c.gamma());
    assertEquals(corner, rates[0], .00006);
    assertEquals(center, rates[7 * 14 + 7], .00006);
    double mean = Arrays.stream(rates).average().orElseThrow();
    assertEquals(1 - mean, c.dropBlock().expectedKeptFraction(shape), 1e-13);
  }

  /** The more blocks a region has over a position, the smaller is the exact gamma. */
  @Property(tries = 200)
  @Domain(MaskCases.class)
  void moreSitesNeedASmallerGamma(@ForAll MaskCase c) {
    double before = 1;
    for (SeedRegion region : new SeedRegion[] {VALID, WHOLE, EXTENDED}) {
      MaskCase exact = c.by(GammaRule.EXACT).in(region);
      double gamma = exact.gamma();
      // Where the block is a single position, the regions are the same but for rounding.
      assertTrue(gamma <= before * (1 + 1e-8) + 1e-15, () -> region + " " + c);
      before = gamma;
    }
  }
}
