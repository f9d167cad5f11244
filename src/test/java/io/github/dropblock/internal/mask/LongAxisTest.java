package io.github.dropblock.internal.mask;

import static io.github.dropblock.internal.mask.CoverageSpecification.DIGITS;
import static io.github.dropblock.internal.mask.CoverageSpecification.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** Rates of axes whose positions no test could count, against the formula of geometric series. */
class LongAxisTest {
  private static final int LONGEST = Integer.MAX_VALUE;
  private static final int[] BLOCKS = {1, 2, 7, 48_000, 1 << 30, LONGEST - 1, LONGEST};
  private static final Axis POINT = Axis.valid(1, 1);

  private static BlockGeometry line(Axis axis) {
    return new BlockGeometry(POINT, POINT, axis);
  }

  private static BigDecimal keptFraction(Axis axis, double gamma) {
    int left = axis.coverage(0);
    int right = axis.coverage(axis.extent() - 1);
    int top = Math.min(axis.starts(), axis.block());
    long plateau = axis.extent() - (long) (top - left) - (top - right);
    return series(gamma, left, top)
        .add(series(gamma, right, top))
        .add(CoverageSpecification.power(gamma, top).multiply(BigDecimal.valueOf(plateau)))
        .divide(BigDecimal.valueOf(axis.extent()), DIGITS);
  }

  /** The powers from one number of blocks on to another, which is exclusive. */
  private static BigDecimal series(double gamma, int from, int to) {
    return CoverageSpecification.power(gamma, from)
        .subtract(CoverageSpecification.power(gamma, to))
        .divide(new BigDecimal(gamma), DIGITS);
  }

  /** The length of the pattern overflowed once, for blocks of more than 2^31 - 64 positions. */
  @Test
  void onlyShortBlocksArePatterns() {
    for (int block : BLOCKS) {
      assertEquals(block <= 7, PatternStamp.suits(line(Axis.valid(LONGEST, block))));
    }
  }

  @Test
  void theKeptFractionOfTheLongestAxis() {
    for (int block : BLOCKS) {
      for (double seedsOfABlock : new double[] {1e-9, .1, 1, 30, 600}) {
        double gamma = Math.min(1, seedsOfABlock / block);
        for (Axis axis : new Axis[] {Axis.valid(LONGEST, block), Axis.whole(LONGEST, block)}) {
          assertClose(keptFraction(axis, gamma), line(axis).coverage().keptFraction(gamma));
        }
      }
    }
  }

  @Test
  void theExactGammaOfTheLongestAxisKeepsWhatIsAskedFor() {
    for (int block : BLOCKS) {
      for (double keepProb : new double[] {1e-9, .1, .5, .9, 1 - 1e-9}) {
        for (Axis axis : new Axis[] {Axis.valid(LONGEST, block), Axis.whole(LONGEST, block)}) {
          double gamma = Gamma.exact(keepProb, line(axis).coverage());
          assertEquals(keepProb, keptFraction(axis, gamma).doubleValue(), 1e-15);
        }
      }
    }
  }

  /** With the extended region, each of these positions is covered as often. */
  @Test
  void theExactGammaOfALargePlane() {
    Axis axis = Axis.extended(30_000, 10_000);
    BlockGeometry plane = new BlockGeometry(POINT, axis, axis);
    double gamma = Gamma.exact(.5, plane.coverage());
    assertEquals(Math.log(2) / 1e8, gamma, 1e-8 * gamma);
    assertClose(
        CoverageSpecification.power(gamma, 100_000_000), plane.coverage().keptFraction(gamma));
  }

  /** n reaches 10^8, and the values of n are too many to list. */
  @Test
  void theExactGammaOfALargePlaneWithValidBlocks() {
    Axis axis = Axis.valid(40_000, 10_000);
    Coverage coverage = new BlockGeometry(POINT, axis, axis).coverage();
    for (double keepProb : new double[] {.01, .5, .99}) {
      assertEquals(keepProb, coverage.keptFraction(Gamma.exact(keepProb, coverage)), 1e-14);
    }
  }

  @Test
  void holesOfALongAxis() {
    Axis axis = Axis.whole(20_000_000, 999_999);
    BlockGeometry line = line(axis);
    // The mean n of one hole; two edges cut the longer half of it each.
    double ramp = 499_999.;
    double mean = 999_999 - ramp * (ramp + 1) / axis.extent();
    double kept = line.coverage().keptFractionOfHoles(1, line.sites());
    assertEquals(1 - mean / axis.extent(), kept, 1e-12);
  }
}
