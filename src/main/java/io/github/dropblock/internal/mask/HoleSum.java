package io.github.dropblock.internal.mask;

/**
 * Sum of {@code (1 - n / sites)^holes} over the positions of a plane.
 *
 * <p>The coverage n of a position is the product of its coverages along the axes. Each combination
 * of their values is one term.
 */
final class HoleSum {
  private final Runs[] axes;
  private final int holes;
  private final double sites;
  private final KeptPower ofHole = new KeptPower();
  private final KeptPower ofHoles = new KeptPower();

  HoleSum(Runs[] axes, int holes, int sites) {
    this.axes = axes;
    this.holes = holes;
    this.sites = sites;
  }

  /** Returns the sum. */
  double kept() {
    return kept(0, 1);
  }

  private double kept(int axis, double blocks) {
    Runs runs = axes[axis];
    double sum = 0;
    for (int i = 0; i < runs.values(); i++) {
      double product = blocks * runs.value(i);
      sum += runs.times(i) * (axis == axes.length - 1 ? term(product) : kept(axis + 1, product));
    }
    return sum;
  }

  private double term(double blocks) {
    ofHole.set(blocks / sites);
    ofHoles.setPower(ofHole, holes);
    return ofHoles.kept();
  }
}
