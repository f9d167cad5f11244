package io.github.dropblock.internal.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/** The quantile of 32 bits against another library's, and against the table of the contract. */
class NormalQuantileTest {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** Error of the polynomials, most of which is the rounding of their coefficients to floats. */
  private static final double ERROR = 3e-7;

  private static double expected(int bits) {
    double tail = ((bits & Integer.MAX_VALUE) + 0.5) * 0x1p-32;
    double z = NORMAL.inverseSurvivalProbability(tail);
    return bits < 0 ? -z : z;
  }

  @Property(tries = 2000)
  void valuesAreQuantiles(@ForAll int bits) {
    assertEquals(expected(bits), NormalQuantile.of(bits), ERROR);
  }

  /** Each octave of the tail probability as often as the others. */
  @Property(tries = 5000)
  void valuesAreQuantilesInTheTails(
      @ForAll int bits, @ForAll @IntRange(min = 1, max = 30) int zeros) {
    int rare = (bits & Integer.MIN_VALUE) | ((bits & Integer.MAX_VALUE) >>> zeros);
    assertEquals(expected(rare), NormalQuantile.of(rare), ERROR);
  }

  @Property(tries = 2000)
  void valuesAreThoseOfTheContract(@ForAll int bits, @ForAll @IntRange(max = 30) int zeros) {
    int rare = (bits & Integer.MIN_VALUE) | ((bits & Integer.MAX_VALUE) >>> zeros);
    double specified = NoiseSpecification.ofBits(Integer.toUnsignedLong(rare));
    assertEquals(specified, NormalQuantile.of(rare));
  }

  /** Where one polynomial follows another. */
  @Test
  void seams() {
    for (int octave = 1; octave <= 30; octave++) {
      for (int first : new int[] {1 << octave, 3 << (octave - 1)}) {
        assertEquals(expected(first), NormalQuantile.of(first), ERROR);
        assertEquals(expected(first - 1), NormalQuantile.of(first - 1), ERROR);
      }
    }
  }

  @Test
  void theEndsAreFiniteAndOpposite() {
    assertEquals(6.3379, NormalQuantile.of(0), 1e-4);
    assertEquals(-NormalQuantile.of(0), NormalQuantile.of(Integer.MIN_VALUE));
    assertTrue(Math.abs(NormalQuantile.of(Integer.MAX_VALUE)) < ERROR);
    assertEquals(-NormalQuantile.of(Integer.MAX_VALUE), NormalQuantile.of(-1));
  }
}
