package io.github.dropblock.benchmarks.law;

/**
 * The two-sample test of Kolmogorov and Smirnov. For numbers with ties, as counts are, its true
 * false-alarm rate is below the nominal one.
 */
final class KolmogorovSmirnov {
  private KolmogorovSmirnov() {}

  /** The largest distance between the two empirical distribution functions; both arrays sorted. */
  static double distance(int[] a, int[] b) {
    double largest = 0;
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      int value = Math.min(a[i], b[j]);
      i = skip(a, i, value);
      j = skip(b, j, value);
      largest = Math.max(largest, Math.abs((double) i / a.length - (double) j / b.length));
    }
    return largest;
  }

  private static int skip(int[] sorted, int from, int value) {
    int i = from;
    while (i < sorted.length && sorted[i] == value) {
      i++;
    }
    return i;
  }

  /** The distance that samples of one law exceed with at most this rate (asymptotically). */
  static double limit(int sizeA, int sizeB, double falseAlarmRate) {
    double scale = Math.sqrt((double) (sizeA + sizeB) / ((double) sizeA * sizeB));
    return scale * Math.sqrt(-0.5 * Math.log(falseAlarmRate / 2));
  }
}
