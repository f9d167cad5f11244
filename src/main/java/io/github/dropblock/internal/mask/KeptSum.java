package io.github.dropblock.internal.mask;

/**
 * Adds up {@code (1 - gamma)^n} over the positions of a plane, with the derivative by gamma.
 *
 * <p>n is a product over the axes. For each pair of values of the shorter axes, the sum over the
 * longest one is taken at once: consecutive powers of x are a geometric series, and {@code S(2m) =
 * S(m) + x^m S(m)}. All terms are positive, so nothing cancels.
 */
final class KeptSum {
  private final Runs[] axes;

  /** For each axis, the power of the axes up to it. */
  private final KeptPower[] powers;

  private final KeptPower powerOfSeries = new KeptPower();
  private double series;
  private double seriesSlope;
  private double kept;
  private double slope;

  /**
   * Adds up over a plane.
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

  /** The sum. */
  double kept() {
    return kept;
  }

  /** The derivative of the sum by gamma, with the sign turned; at 0, the sum of n. */
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

  /** Adds consecutive powers of x, from the given one on, which becomes the next one. */
  private void addRun(KeptPower power, KeptPower x, int terms, double weight) {
    if (terms > 0) {
      setSeries(x, terms);
      kept += weight * (power.kept() * series);
      slope += weight * (power.slope() * series + power.kept() * seriesSlope);
      power.multiply(powerOfSeries);
    }
  }

  /** The sum of the powers 0 to {@code terms - 1}, and the power {@code terms}. */
  private void setSeries(KeptPower x, int terms) {
    KeptPower power = powerOfSeries;
    power.set(x);
    series = 1;
    seriesSlope = 0;
    for (int bit = Integer.highestOneBit(terms) >> 1; bit != 0; bit >>= 1) {
      seriesSlope += power.slope() * series + power.kept() * seriesSlope;
      series += power.kept() * series;
      power.multiply(power);
      if ((terms & bit) != 0) {
        seriesSlope += power.slope();
        series += power.kept();
        power.multiply(x);
      }
    }
  }
}
