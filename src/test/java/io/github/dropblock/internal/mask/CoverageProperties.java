package io.github.dropblock.internal.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** The closed forms against a loop over the positions of a plane. */
class CoverageProperties {
  private static final double ROUNDING = 1e-12;

  @Provide
  Arbitrary<BlockGeometry> geometries() {
    return AxisKind.geometries(8);
  }

  /** The mean over the positions of a function of n, the number of blocks over a position. */
  private static double mean(BlockGeometry geometry, DoubleUnaryOperator ofBlocks) {
    double sum = 0;
    for (int z = 0; z < geometry.depth().extent(); z++) {
      for (int y = 0; y < geometry.height().extent(); y++) {
        for (int x = 0; x < geometry.width().extent(); x++) {
          int blocks =
              geometry.depth().coverage(z)
                  * geometry.height().coverage(y)
                  * geometry.width().coverage(x);
          sum += ofBlocks.applyAsDouble(blocks);
        }
      }
    }
    return sum / geometry.positions();
  }

  private static double slope(BlockGeometry geometry, double gamma) {
    Coverage coverage = geometry.coverage();
    return coverage.keptSum(gamma).slope() / coverage.positions();
  }

  private static void assertClose(double expected, double actual) {
    assertEquals(expected, actual, ROUNDING * Math.max(1, Math.abs(expected)));
  }

  @Property
  void theMeanNumberOfBlocks(@ForAll("geometries") BlockGeometry geometry) {
    assertClose(mean(geometry, n -> n), slope(geometry, 0));
  }

  @Property
  void theMeanOverBlocksInsideIsThePapers(
      @ForAll @IntRange(min = 1, max = 20) int extent,
      @ForAll @IntRange(min = 1, max = 20) int length) {
    int block = Math.min(length, extent);
    int[] extents = {extent, extent, extent};
    int[] blocks = {block, block, block};
    BlockGeometry valid = AxisKind.VALID.geometry(extents, blocks);
    assertClose(slope(valid, 0), valid.meanBlocksInside());
    assertClose(
        valid.meanBlocksInside(), AxisKind.WHOLE.geometry(extents, blocks).meanBlocksInside());
  }

  @Property
  void theKeptFraction(
      @ForAll("geometries") BlockGeometry geometry,
      @ForAll @DoubleRange(min = 0, max = 1) double gamma) {
    double expected = mean(geometry, n -> Math.pow(1 - gamma, n));
    assertClose(expected, geometry.coverage().keptFraction(gamma));
  }

  @Property
  void theSlopeOfTheKeptFraction(
      @ForAll("geometries") BlockGeometry geometry,
      @ForAll @DoubleRange(min = 0, max = 1) double gamma) {
    double expected = mean(geometry, n -> n * Math.pow(1 - gamma, n - 1));
    assertClose(expected, slope(geometry, gamma));
  }

  @Property(tries = 200)
  void withASeedAtEachSiteNothingIsKept(@ForAll("geometries") BlockGeometry geometry) {
    assertEquals(0, geometry.coverage().keptFraction(1));
  }

  @Property
  void withoutSeedsAllIsKept(@ForAll("geometries") BlockGeometry geometry) {
    assertEquals(1, geometry.coverage().keptFraction(0));
  }
}
