package io.github.dropblock.internal.mask;

import static io.github.dropblock.internal.mask.CoverageSpecification.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** The closed forms against counting all positions of a plane. */
class CoverageProperties {
  private static final Axis POINT = Axis.valid(1, 1);

  /** Of one to three dimensions. */
  @Provide
  Arbitrary<BlockGeometry> geometries() {
    Arbitrary<Axis> point = Arbitraries.just(POINT);
    return Arbitraries.oneOf(
        AxisKind.geometries(8),
        AxisKind.geometries(point, AxisKind.axes(40), AxisKind.axes(40)),
        AxisKind.geometries(point, point, AxisKind.axes(500)));
  }

  private static double slope(BlockGeometry geometry, double gamma) {
    Coverage coverage = geometry.coverage();
    return coverage.keptSum(gamma).slope() / coverage.positions();
  }

  @Property
  void theMeanNumberOfBlocks(@ForAll("geometries") BlockGeometry geometry) {
    assertClose(CoverageSpecification.keptFractionSlope(geometry, 0), slope(geometry, 0));
  }

  @Property
  void theMeanOverBlocksInsideIsThePapers(
      @ForAll @IntRange(min = 1, max = 20) int extent,
      @ForAll @IntRange(min = 1, max = 20) int length) {
    int block = Math.min(length, extent);
    int[] extents = {extent, extent, extent};
    int[] blocks = {block, block, block};
    double mean = AxisKind.VALID.geometry(extents, blocks).meanBlocksInside();
    assertEquals(slope(AxisKind.VALID.geometry(extents, blocks), 0), mean, 1e-12 * mean);
    assertEquals(mean, AxisKind.WHOLE.geometry(extents, blocks).meanBlocksInside());
  }

  @Property
  void theKeptFraction(
      @ForAll("geometries") BlockGeometry geometry,
      @ForAll @DoubleRange(min = 0, max = 1) double gamma) {
    assertClose(
        CoverageSpecification.keptFraction(geometry, gamma),
        geometry.coverage().keptFraction(gamma));
  }

  /** So few seeds that a part of the map is kept, whatever the block. */
  @Property
  void theKeptFractionOfFewSeeds(
      @ForAll("geometries") BlockGeometry geometry,
      @ForAll @DoubleRange(min = 0, max = 1) double seedsOfABlock) {
    double gamma = seedsOfABlock / geometry.blockVolume();
    assertClose(
        CoverageSpecification.keptFraction(geometry, gamma),
        geometry.coverage().keptFraction(gamma));
    assertClose(CoverageSpecification.keptFractionSlope(geometry, gamma), slope(geometry, gamma));
  }

  @Property
  void theSlopeOfTheKeptFraction(
      @ForAll("geometries") BlockGeometry geometry,
      @ForAll @DoubleRange(min = 0, max = 1) double gamma) {
    assertClose(CoverageSpecification.keptFractionSlope(geometry, gamma), slope(geometry, gamma));
  }

  @Property
  void theKeptFractionOfHoles(
      @ForAll("geometries") BlockGeometry geometry,
      @ForAll @IntRange(min = 0, max = 100) int holes) {
    assertClose(
        CoverageSpecification.keptFractionOfHoles(geometry, holes),
        geometry.coverage().keptFractionOfHoles(holes, geometry.sites()));
  }

  @Property
  void theKeptFractionOfVeryManyHoles(@ForAll @IntRange(min = 1) int holes) {
    BlockGeometry geometry = AxisKind.WHOLE.geometry(new int[] {1, 70, 90}, new int[] {1, 2, 1});
    assertClose(
        CoverageSpecification.keptFractionOfHoles(geometry, holes),
        geometry.coverage().keptFractionOfHoles(holes, geometry.sites()));
  }

  @Property
  void withASeedAtEachSiteNothingIsKept(@ForAll("geometries") BlockGeometry geometry) {
    assertEquals(0, geometry.coverage().keptFraction(1));
  }

  @Property
  void withoutSeedsAllIsKept(@ForAll("geometries") BlockGeometry geometry) {
    assertEquals(1, geometry.coverage().keptFraction(0));
    assertEquals(1, geometry.coverage().keptFraction(Double.MIN_VALUE));
  }
}
