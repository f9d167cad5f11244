package io.github.dropblock.internal.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** Rates by counting all positions, in decimal numbers of 50 digits. */
final class CoverageSpecification {
  static final MathContext DIGITS = new MathContext(50);

  private static final double RELATIVE_ERROR = 1e-12;

  /** The last digit of gamma changes x = (1 - gamma)^n by up to |ln x| times its own share. */
  private static final double ABSOLUTE_ERROR = 1e-112;

  private CoverageSpecification() {}

  static BigDecimal keptFraction(BlockGeometry geometry, double gamma) {
    return mean(geometry, n -> power(gamma, n));
  }

  static BigDecimal keptFractionSlope(BlockGeometry geometry, double gamma) {
    return mean(geometry, n -> BigDecimal.valueOf(n).multiply(power(gamma, n - 1)));
  }

  static BigDecimal keptFractionOfHoles(BlockGeometry geometry, int holes) {
    BigDecimal sites = BigDecimal.valueOf(geometry.sites());
    return mean(
        geometry,
        n -> powerOf(BigDecimal.ONE.subtract(BigDecimal.valueOf(n).divide(sites, DIGITS)), holes));
  }

  /** {@code (1 - gamma)^n}. */
  static BigDecimal power(double gamma, int n) {
    return powerOf(BigDecimal.ONE.subtract(new BigDecimal(gamma)), n);
  }

  /** By squaring: {@code BigDecimal.pow} takes no exponent from 10^9 on. */
  private static BigDecimal powerOf(BigDecimal base, int exponent) {
    BigDecimal result = BigDecimal.ONE;
    for (int bit = Integer.highestOneBit(exponent); bit != 0; bit >>= 1) {
      result = result.multiply(result, DIGITS);
      if ((exponent & bit) != 0) {
        result = result.multiply(base, DIGITS);
      }
      if (result.compareTo(new BigDecimal("1e-1000")) < 0) {
        return BigDecimal.ZERO; // Its exponent would grow without end.
      }
    }
    return result;
  }

  private static BigDecimal mean(BlockGeometry geometry, IntFunction<BigDecimal> ofBlocks) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Map.Entry<Integer, Integer> entry : histogram(geometry).entrySet()) {
      BigDecimal positions = BigDecimal.valueOf(entry.getValue());
      sum = sum.add(positions.multiply(ofBlocks.apply(entry.getKey())), DIGITS);
    }
    return sum.divide(BigDecimal.valueOf(geometry.positions()), DIGITS);
  }

  /** How many positions so many blocks cover. */
  private static Map<Integer, Integer> histogram(BlockGeometry geometry) {
    Map<Integer, Integer> positions = new TreeMap<>();
    for (int z = 0; z < geometry.depth().extent(); z++) {
      for (int y = 0; y < geometry.height().extent(); y++) {
        for (int x = 0; x < geometry.width().extent(); x++) {
          int layer = geometry.depth().coverage(z) * geometry.height().coverage(y);
          positions.merge(layer * geometry.width().coverage(x), 1, Integer::sum);
        }
      }
    }
    return positions;
  }

  static void assertClose(BigDecimal expected, double actual) {
    double rounded = expected.doubleValue();
    assertEquals(rounded, actual, Math.max(RELATIVE_ERROR * Math.abs(rounded), ABSOLUTE_ERROR));
  }
}
