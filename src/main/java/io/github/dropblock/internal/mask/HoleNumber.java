package io.github.dropblock.internal.mask;

/** Uniform number of holes, and the probability that all of them miss a position. */
final class HoleNumber {
  private final int min;
  private final long terms;
  private final KeptPower ofHole = new KeptPower();
  private final KeptPower ofHoles = new KeptPower();
  private final KeptSeries series = new KeptSeries();

  HoleNumber(int min, int max) {
    this.min = min;
    this.terms = max - min + 1L;
  }

  /** Returns the mean of {@code (1 - hit)^n} over the numbers n of holes. */
  double kept(double hit) {
    ofHole.set(hit);
    ofHoles.setPower(ofHole, min);
    if (terms == 1) {
      return ofHoles.kept();
    }
    series.set(ofHole, terms);
    return ofHoles.kept() * series.sum() / terms;
  }
}
