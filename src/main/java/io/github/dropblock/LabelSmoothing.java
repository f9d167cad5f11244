package io.github.dropblock;

import io.github.dropblock.internal.check.Check;

/**
 * Label smoothing: moves some of the probability from the true label to all labels.
 *
 * <p>Source: Szegedy, Vanhoucke, Ioffe, Shlens and Wojna, "Rethinking the Inception architecture
 * for computer vision", CVPR 2016, section 7: {@code q'(k) = (1 - smoothing) q(k) + smoothing /
 * classes}.
 *
 * @param smoothing the fraction that is moved, in [0, 1]; 0.1 in the paper
 * @see <a href="https://arxiv.org/abs/1512.00567">Szegedy et al., "Rethinking the Inception
 *     architecture for computer vision", CVPR 2016</a>
 * @since 0.1.0
 */
public record LabelSmoothing(double smoothing) {
  /** Largest distance of a distribution's sum from 1, as many rounded floats may have. */
  private static final double SUM_TOLERANCE = 1e-3;

  /**
   * Checks the fraction.
   *
   * @param smoothing the fraction that is moved
   * @throws IllegalArgumentException if {@code smoothing} is out of range
   */
  public LabelSmoothing {
    Check.probability("smoothing", smoothing);
  }

  /**
   * Creates a smoothing.
   *
   * @param smoothing the fraction that is moved, in [0, 1]
   * @return the smoothing
   * @throws IllegalArgumentException if {@code smoothing} is out of range
   */
  public static LabelSmoothing of(double smoothing) {
    return new LabelSmoothing(smoothing);
  }

  /**
   * Returns the smoothed distributions of integer labels.
   *
   * @param labels one label per sample, each in [0, classes); not modified
   * @param classes number of classes, at least 1
   * @return labels.length rows of {@code classes} probabilities
   * @throws IllegalArgumentException if an argument is null or out of range
   */
  public float[] smooth(int[] labels, int classes) {
    Check.notNull("labels", labels);
    Check.atLeast("classes", classes, 1);
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0 || labels[i] >= classes) {
        throw new IllegalArgumentException(
            "labels[" + i + "] must be in [0, " + (classes - 1) + "]: " + labels[i]);
      }
    }
    float[] out = new float[size(labels.length, classes)];
    for (int i = 0; i < out.length; i++) {
      out[i] = smooth(labels[i / classes] == i % classes ? 1 : 0, classes);
    }
    return out;
  }

  /**
   * Returns smoothed distributions, such as those of mixed labels.
   *
   * @param distributions rows of {@code classes} probabilities, each row with the sum 1 to within
   *     0.001; not modified
   * @param classes number of classes, at least 1
   * @return rows of {@code classes} probabilities, one for each given row
   * @throws IllegalArgumentException if an argument is null or out of range
   */
  public float[] smooth(float[] distributions, int classes) {
    Check.notNull("distributions", distributions);
    Check.atLeast("classes", classes, 1);
    if (distributions.length % classes != 0) {
      throw new IllegalArgumentException(
          "distributions.length must be a multiple of "
              + classes
              + " classes: "
              + distributions.length);
    }
    for (int row = 0; row < distributions.length; row += classes) {
      checkRow(distributions, row, classes);
    }
    float[] out = new float[distributions.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = smooth(distributions[i], classes);
    }
    return out;
  }

  private float smooth(double probability, int classes) {
    return (float) ((1 - smoothing) * probability + smoothing / classes);
  }

  private static void checkRow(float[] distributions, int row, int classes) {
    double sum = 0;
    for (int i = row; i < row + classes; i++) {
      if (!(distributions[i] >= 0 && distributions[i] <= 1)) {
        throw new IllegalArgumentException(
            "distributions[" + i + "] must be in [0, 1]: " + distributions[i]);
      }
      sum += distributions[i];
    }
    if (!(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
      throw new IllegalArgumentException(
          "distributions must have rows with the sum 1: " + sum + " from element " + row + " on");
    }
  }

  private static int size(int labels, int classes) {
    if ((long) labels * classes > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "labels.length * classes must be at most "
              + Integer.MAX_VALUE
              + ": "
              + (long) labels * classes);
    }
    return labels * classes;
  }
}
