package io.github.dropblock.internal.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

/** Equation 1 of the paper, and the root that the exact rule promises. */
class GammaProperties {
  private static final double ROUNDING = 1e-12;

  @Provide
  Arbitrary<BlockGeometry> geometries() {
    return AxisKind.geometries(10);
  }

  @Provide
  Arbitrary<Double> keepProbs() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            0.0, Double.MIN_VALUE, 1e-300, 1e-9, 0.5, 0.9, 1 - 1e-12, Math.nextDown(1.0), 1.0),
        Arbitraries.randomValue(random -> random.nextDouble()));
  }

  @Property
  void theExactGammaKeepsWhatIsAskedFor(
      @ForAll("geometries") BlockGeometry geometry, @ForAll("keepProbs") double keepProb) {
    double gamma = Gamma.exact(keepProb, geometry.coverage());
    assertTrue(gamma >= 0 && gamma <= 1, () -> "gamma " + gamma);
    assertEquals(keepProb, geometry.coverage().keptFraction(gamma), ROUNDING);
  }

  @Property
  void keepingEverythingNeedsNoSeedAtAll(@ForAll("geometries") BlockGeometry geometry) {
    assertEquals(0, Gamma.exact(1, geometry.coverage()));
    assertEquals(0, Gamma.paper(1, geometry.meanBlocksInside()));
  }

  /** The shares of these positions, 4 of 196 and so on, add up to a little more than 1. */
  @Example
  void keepingEverythingNeedsNoSeedWhereSharesRoundUp() {
    BlockGeometry geometry = AxisKind.VALID.geometry(new int[] {1, 14, 14}, new int[] {1, 7, 7});
    assertEquals(0, Gamma.exact(1, geometry.coverage()));
  }

  @Property
  void keepingNothingNeedsASeedAtEachSite(@ForAll("geometries") BlockGeometry geometry) {
    assertEquals(1, Gamma.exact(0, geometry.coverage()));
  }

  /** Overlaps are neglected by equation 1, so it drops less than the exact rule. */
  @Property
  void theExactGammaIsAtLeastThePapersWhereNoBlockIsCut(
      @ForAll("keepProbs") double keepProb, @ForAll("geometries") BlockGeometry any) {
    BlockGeometry valid =
        new BlockGeometry(inside(any.depth()), inside(any.height()), inside(any.width()));
    double paper = Gamma.paper(keepProb, valid.meanBlocksInside());
    assertTrue(Gamma.exact(keepProb, valid.coverage()) >= paper - ROUNDING);
  }

  private static Axis inside(Axis axis) {
    return Axis.valid(axis.extent(), axis.block());
  }

  @Property
  void theExtendedRegionHasAClosedForm(
      @ForAll @DoubleRange(min = 0.01, max = 1) double keepProb,
      @ForAll("geometries") BlockGeometry any) {
    BlockGeometry extended =
        new BlockGeometry(touching(any.depth()), touching(any.height()), touching(any.width()));
    double closed = 1 - Math.pow(keepProb, 1.0 / extended.blockVolume());
    assertEquals(closed, Gamma.exact(keepProb, extended.coverage()), ROUNDING);
  }

  private static Axis touching(Axis axis) {
    return Axis.extended(axis.extent(), axis.block());
  }

  @Property
  void thePapersGammaFollowsEquationOne(
      @ForAll @DoubleRange(min = 0, max = 1) double keepProb,
      @ForAll("geometries") BlockGeometry geometry) {
    double expected = 1 - keepProb;
    for (Axis axis : new Axis[] {geometry.depth(), geometry.height(), geometry.width()}) {
      expected *= axis.extent();
      expected /= (double) axis.block() * (axis.extent() - axis.block() + 1);
    }
    double gamma = Gamma.paper(keepProb, geometry.meanBlocksInside());
    assertEquals(expected, gamma, ROUNDING * expected);
  }

  @Example
  void theNumbersOfTheJavadoc() {
    BlockGeometry geometry = AxisKind.VALID.geometry(new int[] {1, 14, 14}, new int[] {1, 7, 7});
    double paper = Gamma.paper(0.75, geometry.meanBlocksInside());
    assertEquals(0.25 / 49 * 14 * 14 / (8 * 8), paper, ROUNDING);
    assertEquals(0.7905, geometry.coverage().keptFraction(paper), 5e-5);
  }
}
