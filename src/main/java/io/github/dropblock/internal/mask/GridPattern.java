package io.github.dropblock.internal.mask;

/**
 * Distribution of grids of square holes.
 *
 * @param minPeriod the smallest distance from one hole to the next, at least 1
 * @param maxPeriod the largest one
 * @param holeRatio side of a hole / period, in [0, 1]
 * @param probability probability that a plane has a grid, in [0, 1]
 * @param inverse whether the holes are kept and everything else is dropped
 */
public record GridPattern(
    int minPeriod, int maxPeriod, double holeRatio, double probability, boolean inverse) {
  /** Returns the side of a hole, rounded to the nearest number of positions. */
  int side(int period) {
    return (int) Math.round(holeRatio * period);
  }

  /** Returns the number of periods, all of which are equally likely. */
  int periods() {
    return maxPeriod - minPeriod + 1;
  }

  /**
   * Tells whether the grid divides an axis. A hole covers an axis with one position, unless all
   * other axes have one position too: then the grid divides the width.
   *
   * @param axis number of the axis: 0 for depth, 1 for height, 2 for width
   */
  static boolean divides(int axis, int depth, int height, int width) {
    return switch (axis) {
      case 0 -> depth > 1;
      case 1 -> height > 1;
      default -> width > 1 || (depth == 1 && height == 1);
    };
  }

  /**
   * Returns the expected kept fraction of a plane. All offsets along an axis are equally likely, so
   * a hole covers each coordinate with probability side / period.
   */
  public double expectedKeptFraction(int depth, int height, int width) {
    double covered = 0;
    for (int period = minPeriod; period <= maxPeriod; period++) {
      double ratio = (double) side(period) / period;
      double ofPeriod = 1;
      for (int axis = 0; axis < 3; axis++) {
        ofPeriod *= divides(axis, depth, height, width) ? ratio : 1;
      }
      covered += ofPeriod;
    }
    double mean = covered / periods();
    return 1 - probability * (inverse ? 1 - mean : mean);
  }
}
