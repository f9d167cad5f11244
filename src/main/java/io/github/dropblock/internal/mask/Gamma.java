package io.github.dropblock.internal.mask;

/** The seed probability that a wanted kept fraction asks for. */
public final class Gamma {
  private Gamma() {}

  /**
   * Equation 1 of the paper, for any map and block: {@code (1 - keepProb) / b^2 * H W / ((H - b +
   * 1)(W - b + 1))}, which is {@code (1 - keepProb) / mean n} over blocks that lie inside the map.
   *
   * @param meanBlocks the mean n: block volume * blocks inside the map / positions of the map
   */
  public static double paper(double keepProb, double meanBlocks) {
    return (1 - keepProb) / meanBlocks;
  }

  /**
   * The root of {@code mean (1 - gamma)^n = keepProb}: the expected kept fraction is keepProb.
   *
   * <p>Newton's method from 0. The mean falls and is convex, so the iterates rise to the root from
   * below and stop at the last number that still rises. Where no block is cut, the first iterate is
   * {@link #paper}: equation 1 is what remains when overlaps are neglected.
   */
  public static double exact(double keepProb, Coverage coverage) {
    if (keepProb == 0) {
      return 1; // A multiple root, which Newton's method would only creep up to.
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
