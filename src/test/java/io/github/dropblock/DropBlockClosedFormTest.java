package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.oracle.MaskCase;
import io.github.dropblock.oracle.MaskCases;
import io.github.dropblock.oracle.OracleDropBlock;
import io.github.dropblock.tensor.Shape;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gamma and the expected kept fraction against counts of covering sites. */
class DropBlockClosedFormTest {
  @Property(tries = 150)
  @Domain(MaskCases.class)
  void gammaIsEquationOneOrTheExactRoot(@ForAll MaskCase c) {
    double gamma = c.gamma();
    assertTrue(gamma >= 0 && gamma <= 1);
    if (c.rule() == GammaRule.PAPER) {
      int[] extents = {c.shape().d(), c.shape().h(), c.shape().w()};
      int[] blocks = {c.blockD(), c.blockH(), c.blockW()};
      double equationOne = OracleDropBlock.gamma(c.keepProb(), extents, blocks);
      assertEquals(equationOne, gamma, 1e-14 * equationOne);
    } else {
      assertEquals(c.keepProb(), c.plane().keptFraction(gamma), 1e-12);
    }
  }

  @Property(tries = 150)
  @Domain(MaskCases.class)
  void expectedKeptFractionIsTheMeanOverPositions(@ForAll MaskCase c) {
    double expected = c.dropBlock().expectedKeptFraction(c.shape());
    assertEquals(c.plane().keptFraction(c.gamma()), expected, 1e-12);
    assertTrue(expected >= 0 && expected <= 1, () -> "not a fraction: " + expected);
  }

  @ParameterizedTest
  @CsvSource({
    "7,7,.1,.1000,1.000",
    "7,3,.1,.0947,1.060",
    "14,7,.1,.0929,1.082",
    "14,7,.25,.2095,1.241",
    "28,7,.1,.0939,1.069",
    "56,7,.25,.2182,1.172"
  })
  void equationOneDropsLessThanAsked(
      int map, int block, double drop, double realized, double exactToPaper) {
    Shape shape = Shape.nchw(1, 1, map, map);
    DropBlock paper = MaskCase.of(shape, block, 1 - drop, 1).dropBlock();
    assertEquals(realized, 1 - paper.expectedKeptFraction(shape), .00005);
    DropBlock exact = MaskCase.of(shape, block, 1 - drop, GammaRule.EXACT, 1).dropBlock();
    assertEquals(exactToPaper, exact.gamma(shape) / paper.gamma(shape), .0005);
    assertEquals(1 - drop, exact.expectedKeptFraction(shape), 1e-15);
  }

  @ParameterizedTest
  @CsvSource({".1,.006764", ".25,.019396"})
  void exactGammaOfTheBestKnownMap(double drop, double gamma) {
    Shape shape = Shape.nchw(1, 1, 14, 14);
    MaskCase exact = MaskCase.of(shape, 7, 1 - drop, GammaRule.EXACT, 1);
    assertEquals(gamma, exact.gamma(), .0000005);
  }

  @Test
  void equationOneOfTheBestKnownMap() {
    assertEquals(
        .1 / 49 * 196 / 64, MaskCase.of(Shape.nchw(9, 9, 14, 14), 7, .9, 1).gamma(), 1e-16);
  }

  /** The block's volume, the map's positions and the sites of each axis: 3, 4 and 5. */
  @Test
  void gammaOfRectanglesMultipliesOverTheAxes() {
    Shape shape = Shape.ncdhw(1, 1, 4, 6, 9);
    DropBlock dropBlock = DropBlock.builder().keepProb(.8).blockSize(BlockSize.of(2, 3, 5)).build();
    assertEquals(.2 / 30 * 216 / (3 * 4 * 5), dropBlock.gamma(shape), 1e-16);
  }

  @Test
  void gammaScaleMultipliesAndIsClampedToOne() {
    Shape shape = Shape.nchw(1, 1, 14, 14);
    DropBlock quarter = DropBlock.builder().gammaScale(.25).build();
    assertEquals(.00625 / 4, quarter.gamma(shape), 1e-16);
    assertEquals(0, DropBlock.builder().gammaScale(0).build().gamma(shape));
    DropBlock all = DropBlock.builder().gammaScale(Double.MAX_VALUE).build();
    assertEquals(1, all.gamma(shape));
    assertEquals(0, all.expectedKeptFraction(shape));
  }

  @Test
  void batchAndChannelsDoNotMatter() {
    DropBlock dropBlock = DropBlock.builder().gammaRule(GammaRule.EXACT).build();
    double one = dropBlock.gamma(Shape.nchw(1, 1, 14, 14));
    assertEquals(one, dropBlock.gamma(Shape.nchw(0, 300, 14, 14)));
    assertEquals(.9, dropBlock.expectedKeptFraction(Shape.nchw(0, 300, 14, 14)), 1e-15);
  }

  @Test
  void fewerKeptNeedsALargerGamma() {
    Shape shape = Shape.nchw(1, 1, 14, 14);
    double before = 1e-9;
    for (int percent = 99; percent >= 0; percent--) {
      double gamma = MaskCase.of(shape, 7, percent / 100.0, GammaRule.EXACT, 1).gamma();
      assertTrue(gamma > before, "keepProb " + percent / 100.0);
      before = gamma;
    }
    assertEquals(1, before);
  }

  /** Shares of positions need not add up to exactly 1; their sum must not become a seed. */
  @Test
  void keepProbOneHasNoSeeds() {
    Shape shape = Shape.nchw(1, 1, 14, 14);
    for (GammaRule rule : GammaRule.values()) {
      DropBlock dropBlock = MaskCase.of(shape, 7, 1, rule, 1).dropBlock();
      assertEquals(0, dropBlock.gamma(shape), rule::toString);
      assertEquals(1, dropBlock.expectedKeptFraction(shape), rule::toString);
    }
  }
}
