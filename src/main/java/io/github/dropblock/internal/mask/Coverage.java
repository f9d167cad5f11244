package io.github.dropblock.internal.mask;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Number of blocks that cover each position of a plane.
 *
 * <p>A position that n blocks cover is kept when none of their n seeds is drawn, with probability
 * {@code (1 - gamma)^n}; all rates in closed form follow from n.
 */
public final class Coverage {
  /**
   * One entry per axis. The axis with the most values comes last, since the sum over it is the
   * fastest.
   */
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

  /** Returns the expected kept fraction: the mean of {@code (1 - gamma)^n}. */
  public double keptFraction(double gamma) {
    return keptSum(gamma).kept() / positions;
  }

  /**
   * Returns the expected fraction that a fixed number of blocks at random sites keeps: the mean of
   * {@code (1 - n / sites)^holes}.
   */
  public double keptFractionOfHoles(int holes, int sites) {
    return new HoleSum(axes, holes, sites).kept() / positions;
  }

  /** Returns the sum of {@code (1 - gamma)^n} over the positions. */
  KeptSum keptSum(double gamma) {
    return new KeptSum(axes, gamma);
  }

  /** Returns the number of positions of the plane. */
  double positions() {
    return positions;
  }
}
