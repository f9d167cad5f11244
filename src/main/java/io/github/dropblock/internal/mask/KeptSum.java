package io.github.dropblock.internal.mask;

/**
 * Sum of {@code (1 - gamma)^n} over the positions of a plane, with its derivative with respect to
 * gamma.
 *
 * <p>The coverage n of a position is the product of its coverages along the axes, so a plane has
 * few different terms. The sum visits each pair of values of the two shorter axes. With x as the
 * power that such a pair gives, the terms along the longest axis are consecutive powers of x (see
 * {@link Runs}), that is, a {@link KeptSeries}.
 */
final class KeptSum {
  private final Runs[] axes;

  /** For each axis, the power that the axes up to it give. */
  private final KeptPower[] powers;

  private final KeptSeries series = new KeptSeries();
  private double kept;
  private double slope;

  /**
   * Computes the sum over a plane.
   *
   * @param axes the axis with the most values comes last
   */
  KeptSum(Runs[] axes, double gamma) {
    this.axes = axes;
    this.powers = new KeptPower[axes.length];
    for (int i = 0; i < axes.length; i++) {
      powers[i] = new KeptPower();
    }
    KeptPower seed = new KeptPower();
    seed.set(gamma);
    add(0, seed, 1);
  }

  /** Returns the sum. */
  double kept() {
    return kept;
  }

  /**
   * Returns the derivative of the sum with respect to gamma, with the opposite sign. At gamma 0 it
   * is the sum of n.
   */
  double slope() {
    return slope;
  }

  private void add(int axis, KeptPower x, double weight) {
    Runs runs = axes[axis];
    if (axis == axes.length - 1) {
      addRuns(runs, x, weight);
      return;
    }
    KeptPower power = powers[axis];
    for (int i = 0; i < runs.values(); i++) {
      power.setPower(x, runs.value(i));
      add(axis + 1, power, weight * runs.times(i));
    }
  }

  private void addRuns(Runs runs, KeptPower x, double weight) {
    KeptPower power = powers[axes.length - 1];
    power.setPower(x, runs.first());
    addRun(power, x, runs.ones(), weight);
    addRun(power, x, runs.twos(), 2 * weight);
    kept += weight * runs.plateau() * power.kept();
    slope += weight * runs.plateau() * power.slope();
  }

  /**
   * Adds consecutive powers of x that begin with the given one, and replaces it by the next one.
   */
  private void addRun(KeptPower power, KeptPower x, int terms, double weight) {
    if (terms > 0) {
      series.set(x, terms);
      kept += weight * (power.kept() * series.sum());
      slope += weight * (power.slope() * series.sum() + power.kept() * series.slope());
      power.multiply(series.next());
    }
  }
}
