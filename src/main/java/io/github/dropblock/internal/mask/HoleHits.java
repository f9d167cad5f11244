package io.github.dropblock.internal.mask;

import java.util.List;

/**
 * Probability that one hole of random size and place covers each position of a plane. It is a sum
 * of terms, each of which is a product over the axes.
 */
final class HoleHits {
  private final HolePlaces depth;
  private final HolePlaces height;
  private final HolePlaces width;
  private final double[][][] terms;

  /**
   * Creates a sum.
   *
   * @param terms for each term, the factors of each place along D, along H and along W
   */
  HoleHits(HolePlaces depth, HolePlaces height, HolePlaces width, List<double[][]> terms) {
    this.depth = depth;
    this.height = height;
    this.width = width;
    this.terms = terms.toArray(double[][][]::new);
  }

  /** Returns the sum over all positions of the probability that none of some holes covers it. */
  double kept(HoleNumber number) {
    double layers = 0;
    for (int z = 0; z < depth.count(); z++) {
      double rows = 0;
      for (int y = 0; y < height.count(); y++) {
        double positions = 0;
        for (int x = 0; x < width.count(); x++) {
          positions += width.times(x) * number.kept(hit(z, y, x));
        }
        rows += height.times(y) * positions;
      }
      layers += depth.times(z) * rows;
    }
    return layers;
  }

  /** Returns the probability of one hole. Rounding must not make it larger than 1. */
  private double hit(int z, int y, int x) {
    double sum = 0;
    for (double[][] term : terms) {
      sum += term[0][z] * term[1][y] * term[2][x];
    }
    return Math.min(1, sum);
  }
}
