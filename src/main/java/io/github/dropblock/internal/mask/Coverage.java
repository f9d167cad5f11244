package io.github.dropblock.internal.mask;

import java.util.Map;
import java.util.TreeMap;

/**
 * By how many blocks a position of a plane is covered, as a histogram over the plane.
 *
 * <p>A position that n blocks cover is kept when none of their n seeds is drawn, with probability
 * {@code (1 - gamma)^n}; everything that is known about rates in closed form follows from n.
 */
public final class Coverage {
  private final int[] blocks;
  private final double[] positions;
  private final double total;

  private Coverage(Map<Integer, Long> histogram, double total) {
    this.blocks = histogram.keySet().stream().mapToInt(Integer::intValue).toArray();
    this.positions = histogram.values().stream().mapToDouble(Long::doubleValue).toArray();
    this.total = total;
  }

  static Coverage of(Axis... axes) {
    Map<Integer, Long> product = Map.of(1, 1L);
    double total = 1;
    for (Axis axis : axes) {
      product = multiply(product, histogram(axis));
      total *= axis.extent();
    }
    return new Coverage(product, total);
  }

  private static Map<Integer, Long> histogram(Axis axis) {
    Map<Integer, Long> positions = new TreeMap<>();
    for (int i = 0; i < axis.extent(); i++) {
      positions.merge(axis.coverage(i), 1L, Long::sum);
    }
    return positions;
  }

  /** A position is covered by the product of its coverages along the axes. */
  private static Map<Integer, Long> multiply(Map<Integer, Long> a, Map<Integer, Long> b) {
    Map<Integer, Long> product = new TreeMap<>();
    a.forEach(
        (n, x) -> b.forEach((m, y) -> product.merge(Math.multiplyExact(n, m), x * y, Long::sum)));
    return product;
  }

  /** The mean of {@code (1 - gamma)^n}: the expected kept fraction. */
  public double keptFraction(double gamma) {
    double kept = 0;
    for (int i = 0; i < blocks.length; i++) {
      kept += positions[i] * power(1 - gamma, blocks[i]);
    }
    return kept / total;
  }

  /** The mean of {@code (1 - n / sites)^holes}: what a number of blocks at random sites keeps. */
  public double keptFractionOfHoles(int holes, int sites) {
    double kept = 0;
    for (int i = 0; i < blocks.length; i++) {
      kept += positions[i] * power(1 - (double) blocks[i] / sites, holes);
    }
    return kept / total;
  }

  /**
   * The derivative of {@link #keptFraction} by gamma, with the sign turned; at 0, the mean of n.
   */
  double keptFractionSlope(double gamma) {
    double slope = 0;
    for (int i = 0; i < blocks.length; i++) {
      slope += positions[i] * blocks[i] * power(1 - gamma, blocks[i] - 1);
    }
    return slope / total;
  }

  /** By squaring, since the last bit of {@code Math.pow} may differ between machines. */
  private static double power(double base, int exponent) {
    double result = 1;
    double square = base;
    for (int e = exponent; e != 0; e >>= 1) {
      if ((e & 1) != 0) {
        result *= square;
      }
      square *= square;
    }
    return result;
  }
}
