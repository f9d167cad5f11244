package io.github.dropblock.internal.mask;

/** Formulas for the seed probability that reaches a kept fraction. */
public final class Gamma {
  private Gamma() {}

  /**
   * Returns gamma by equation 1 of the DropBlock paper, for any map and block: {@code (1 -
   * keepProb) / b^2 * H W / ((H - b + 1)(W - b + 1))}. That is {@code (1 - keepProb) / mean n} over
   * blocks that lie inside the map.
   *
   * @param meanBlocks the mean n: block volume * blocks inside the map / positions of the map
   * @see <a href="https://arxiv.org/abs/1810.12890">Ghiasi, Lin and Le, "DropBlock: A
   *     regularization method for convolutional networks", NeurIPS 2018</a>
   */
  public static double paper(double keepProb, double meanBlocks) {
    return (1 - keepProb) / meanBlocks;
  }

  /**
   * Returns the gamma whose expected kept fraction is keepProb: the root of {@code mean (1 -
   * gamma)^n = keepProb}.
   *
   * <p>Newton's method starts at 0. The mean decreases and is convex in gamma, so the iterates
   * increase towards the root and stop at the last number that is still larger than the one before.
   * Where no block is cut, the first iterate is {@link #paper}, since equation 1 neglects overlaps.
   */
  public static double exact(double keepProb, Coverage coverage) {
    if (keepProb == 0) {
      return 1; // A multiple root: Newton's method would converge slowly.
    }
    double wanted = keepProb * coverage.positions();
    double gamma = 0;
    while (true) {
      KeptSum sum = coverage.keptSum(gamma);
      double next = gamma + (sum.kept() - wanted) / sum.slope();
      if (!(next > gamma)) {
        return gamma;
      }
      gamma = next;
    }
  }
}
