package io.github.dropblock.internal.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The quantile function against another library's and published values. */
class NormalQuantileTest {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private static void assertQuantile(double p) {
    double expected = NORMAL.inverseCumulativeProbability(p);
    assertEquals(expected, NormalQuantile.at(p), 1e-14 * Math.max(1, Math.abs(expected)), "" + p);
  }

  @Property
  void middle(@ForAll @DoubleRange(min = 0.01, max = 0.99) double p) {
    assertQuantile(p);
  }

  /** Down to the smallest normal number. */
  @Property
  void lowerTail(
      @ForAll @DoubleRange(min = 1, max = 2) double m,
      @ForAll @IntRange(min = 2, max = 1022) int e) {
    assertQuantile(Math.scalb(m, -e));
  }

  /** Where 1 - p is exact, the two tails are one. */
  @Property
  void upperTail(@ForAll @IntRange(min = 2, max = 52) int e, @ForAll @IntRange(max = 1000) int k) {
    double p = (2 * k + 1) * Math.scalb(1.0, -Math.max(e, 12));
    assertEquals(-NormalQuantile.at(p), NormalQuantile.at(1 - p));
  }

  /** Where one rational function follows another. */
  @ParameterizedTest
  @CsvSource({"0.075", "0.925", "1.3887943864964021e-11", "0.9999999999861121"})
  void seams(double p) {
    for (double q : new double[] {Math.nextDown(p), p, Math.nextUp(p)}) {
      assertQuantile(q);
    }
    assertTrue(NormalQuantile.at(p * (1 - 1e-9)) < NormalQuantile.at(p));
  }

  /** Examples of the publication, table of PPND16, and the most extreme arguments. */
  @ParameterizedTest
  @CsvSource({
    "0.25, -0.6744897501960817",
    "0.001, -3.090232306167814",
    "1e-20, -9.262340089798408",
    "0.5, 0"
  })
  void publishedValues(double p, double expected) {
    assertEquals(expected, NormalQuantile.at(p), 1e-15 * Math.max(1, Math.abs(expected)));
  }

  @Test
  void theSmallestNumber() {
    assertQuantile(Double.MIN_VALUE);
    assertQuantile(Double.MIN_NORMAL);
  }
}
