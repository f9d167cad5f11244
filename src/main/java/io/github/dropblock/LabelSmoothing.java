package io.github.dropblock;

import io.github.dropblock.internal.check.Check;

/**
 * Label smoothing: moves some of the probability from the true label to all labels.
 *
 * <p>Source: Szegedy, Vanhoucke, Ioffe, Shlens and Wojna, "Rethinking the Inception architecture
 * for computer vision", CVPR 2016, section 7: {@code q'(k) = (1 - smoothing) q(k) + smoothing /
 * classes}.
 *
 * <p>Samples whose label is ignored get a row of zeros, so that they add nothing to a cross
 * entropy. Weights of classes belong into the loss: multiply its terms by them, and not these rows.
 *
 * @param smoothing the fraction that is moved, in [0, 1]; 0.1 in the paper
 * @see <a href="https://arxiv.org/abs/1512.00567">Szegedy et al., "Rethinking the Inception
 *     architecture for computer vision", CVPR 2016</a>
 * @since 0.1.0
 */
public record LabelSmoothing(double smoothing) {
  /** The label that is ignored unless another is chosen. */
  public static final int IGNORED_LABEL = -100;

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
   * Returns the smoothed distributions of integer labels. Labels of {@value #IGNORED_LABEL} are
   * ignored.
   *
   * @param labels one label per sample, each in [0, classes) or {@value #IGNORED_LABEL}; not
   *     modified
   * @param classes number of classes, at least 1
   * @return labels.length rows of {@code classes} probabilities; rows of ignored labels are zeros
   * @throws IllegalArgumentException if an argument is null or out of range
   */
  public float[] smooth(int[] labels, int classes) {
    return smooth(labels, classes, IGNORED_LABEL);
  }

  /**
   * Returns the smoothed distributions of integer labels, of which one is ignored.
   *
   * @param labels one label per sample, each in [0, classes) or {@code ignoredLabel}; not modified
   * @param classes number of classes, at least 1
   * @param ignoredLabel any number; a class may be ignored too
   * @return labels.length rows of {@code classes} probabilities; rows of ignored labels are zeros
   * @throws IllegalArgumentException if an argument is null or out of range
   */
  public float[] smooth(int[] labels, int classes, int ignoredLabel) {
    Check.notNull("labels", labels);
    Check.atLeast("classes", classes, 1);
    for (int i = 0; i < labels.length; i++) {
      boolean isClass = labels[i] >= 0 && labels[i] < classes;
      if (!isClass && labels[i] != ignoredLabel) {
        throw new IllegalArgumentException(
            String.format(
                "labels[%d] must be in [0, %d] or the ignored %d: %d",
                i, classes - 1, ignoredLabel, labels[i]));
      }
    }
    float[] out = new float[size(labels.length, classes)];
    for (int i = 0; i < out.length; i++) {
      int label = labels[i / classes];
      out[i] = label == ignoredLabel ? 0f : smooth(label == i % classes ? 1 : 0, classes);
    }
    return out;
  }

  /**
   * Returns smoothed distributions, such as those of mixed labels. Rows of zeros are ignored
   * samples.
   *
   * @param distributions rows of {@code classes} probabilities, each row with the sum 1 to within
   *     0.001 or of zeros only; not modified
   * @param classes number of classes, at least 1
   * @return rows of {@code classes} probabilities, one for each given row; rows of zeros stay so
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
    for (int row = 0; row < out.length; row += classes) {
      boolean ignored = sum(distributions, row, classes) == 0;
      for (int i = row; i < row + classes && !ignored; i++) {
        out[i] = smooth(distributions[i], classes);
      }
    }
    return out;
  }

  /**
   * Returns smoothed targets of sigmoids: {@code (1 - smoothing) t + smoothing / 2}. Each target is
   * a distribution of its own over yes and no, whether it is the only class or one of a multi-hot
   * row. So a row may have any number of ones. A target that is to be ignored needs the weight 0 in
   * the loss, since 0 means no.
   *
   * @param targets one target per sample and class, each in [0, 1]; not modified
   * @return as many targets
   * @throws IllegalArgumentException if {@code targets} is null or has other values
   */
  public float[] smoothBinary(float[] targets) {
    Check.notNull("targets", targets);
    float[] out = new float[targets.length];
    for (int i = 0; i < out.length; i++) {
      checkProbability("targets", targets, i);
      out[i] = smooth(targets[i], 2);
    }
    return out;
  }

  private float smooth(double probability, int classes) {
    return (float) ((1 - smoothing) * probability + smoothing / classes);
  }

  private static void checkRow(float[] distributions, int row, int classes) {
    for (int i = row; i < row + classes; i++) {
      checkProbability("distributions", distributions, i);
    }
    double sum = sum(distributions, row, classes);
    if (sum != 0 && !(Math.abs(sum - 1) <= SUM_TOLERANCE)) {
      throw new IllegalArgumentException(
          "distributions must have rows with the sum 1: " + sum + " from element " + row + " on");
    }
  }

  private static void checkProbability(String name, float[] values, int i) {
    if (!(values[i] >= 0 && values[i] <= 1)) {
      throw new IllegalArgumentException(name + "[" + i + "] must be in [0, 1]: " + values[i]);
    }
  }

  private static double sum(float[] values, int from, int length) {
    double sum = 0;
    for (int i = from; i < from + length; i++) {
      sum += values[i];
    }
    return sum;
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
