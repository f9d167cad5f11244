package io.github.dropblock.internal.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Powers of what a seed keeps against decimal numbers of 50 digits. */
class KeptPowerProperties {
  private static KeptPower power(double gamma, int n) {
    KeptPower seed = new KeptPower();
    seed.set(gamma);
    KeptPower power = new KeptPower();
    power.setPower(seed, n);
    return power;
  }

  /** Where 1 - gamma has few digits of gamma, or none. */
  @Property
  void powersAreExactForAnyNumberOfBlocks(
      @ForAll @IntRange(min = 1) int n, @ForAll @DoubleRange(max = 600) double seeds) {
    double gamma = Math.min(seeds / n, 1);
    KeptPower power = power(gamma, n);
    CoverageSpecification.assertClose(CoverageSpecification.power(gamma, n), power.kept());
    BigDecimal others = CoverageSpecification.power(gamma, n - 1);
    CoverageSpecification.assertClose(BigDecimal.valueOf(n).multiply(others), power.slope());
  }

  @Property
  void powersAreExactForAnyGamma(
      @ForAll @IntRange(min = 1, max = 2000) int n, @ForAll @DoubleRange(max = 1) double gamma) {
    CoverageSpecification.assertClose(
        CoverageSpecification.power(gamma, n), power(gamma, n).kept());
  }

  @Example
  void powersOfTheExtremes() {
    for (int n : new int[] {1, 2, 3, 1 << 30, Integer.MAX_VALUE}) {
      assertEquals(1, power(0, n).kept());
      assertEquals(n, power(0, n).slope());
      assertEquals(0, power(1, n).kept());
      assertEquals(n == 1 ? 1 : 0, power(1, n).slope());
      assertEquals(1, power(Double.MIN_VALUE, n).kept());
      assertEquals(n, power(Double.MIN_VALUE, n).slope());
      assertEquals(1, power(1e-310, n).kept());
    }
    assertEquals(1, power(.3, 0).kept());
    assertEquals(0, power(.3, 0).slope());
  }
}
