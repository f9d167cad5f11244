package io.github.dropblock.accuracy.measure;

import java.util.Arrays;

/** How well a score tells unknown images from known ones. */
public final class Separation {
  private Separation() {}

  /**
   * The area under the receiver operating characteristic: the probability that the score of an
   * unknown image is above that of a known one. Equal scores count as a half. It is 0.5 for a score
   * that tells nothing.
   */
  public static double auroc(double[] known, double[] unknown) {
    double[] sorted = known.clone();
    Arrays.sort(sorted);
    double sum = 0;
    for (double score : unknown) {
      sum += (below(sorted, score, false) + below(sorted, score, true)) / 2.0;
    }
    return sum / known.length / unknown.length;
  }

  /** How many are below a score, or equal to it if they count too. */
  private static int below(double[] sorted, double score, boolean equalToo) {
    int from = 0;
    int to = sorted.length;
    while (from < to) {
      int middle = (from + to) / 2;
      boolean counts = equalToo ? sorted[middle] <= score : sorted[middle] < score;
      from = counts ? middle + 1 : from;
      to = counts ? to : middle;
    }
    return from;
  }
}
