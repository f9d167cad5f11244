package io.github.dropblock.internal.mask;

import java.util.Arrays;
import java.util.Comparator;

/**
 * By how many blocks the positions of a plane are covered.
 *
 * <p>A position that n blocks cover is kept when none of their n seeds is drawn, with probability
 * {@code (1 - gamma)^n}; everything that is known about rates in closed form follows from n.
 */
public final class Coverage {
  /** The axis with the most values last: the sum over it takes the least time. */
  private final Runs[] axes;

  private final double positions;

  private Coverage(Runs[] axes, double positions) {
    this.axes = axes;
    this.positions = positions;
  }

  static Coverage of(Axis... axes) {
    double positions = 1;
    for (Axis axis : axes) {
      positions *= axis.extent();
    }
    Runs[] runs = Arrays.stream(axes).map(Runs::of).toArray(Runs[]::new);
    Arrays.sort(runs, Comparator.comparingInt(Runs::values));
    return new Coverage(runs, positions);
  }

  /** The mean of {@code (1 - gamma)^n}: the expected kept fraction. */
  public double keptFraction(double gamma) {
    return keptSum(gamma).kept() / positions;
  }

  /** The mean of {@code (1 - n / sites)^holes}: what a number of blocks at random sites keeps. */
  public double keptFractionOfHoles(int holes, int sites) {
    return new HoleSum(axes, holes, sites).kept() / positions;
  }

  /** The sum of {@code (1 - gamma)^n} over the positions. */
  KeptSum keptSum(double gamma) {
    return new KeptSum(axes, gamma);
  }

  /** Positions of the plane. */
  double positions() {
    return positions;
  }
}
