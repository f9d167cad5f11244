package io.github.dropblock.accuracy.measure;

/**
 * Expected calibration error: how far the confidence is from the accuracy. Images are put into bins
 * of equal width by their confidence, the highest probability; the error is the mean over bins of
 * |accuracy - mean confidence|, weighted by the number of images (Guo et al., "On calibration of
 * modern neural networks", ICML 2017).
 */
public final class Calibration {
  /** How many bins there are in that paper. */
  public static final int BINS = 15;

  private Calibration() {}

  /** The error with so many bins, in [0, 1]. A confidence between two bins is in the lower one. */
  public static double error(Predictions predictions, int bins) {
    double[] correct = new double[bins];
    double[] confidence = new double[bins];
    for (int i = 0; i < predictions.count(); i++) {
      int bin = (int) Math.ceil(predictions.confidence(i) * bins) - 1;
      // Rounding may bring a probability a little above 1.
      bin = Math.max(0, Math.min(bins - 1, bin));
      correct[bin] += predictions.correct(i) ? 1 : 0;
      confidence[bin] += predictions.confidence(i);
    }
    double sum = 0;
    for (int bin = 0; bin < bins; bin++) {
      sum += Math.abs(correct[bin] - confidence[bin]);
    }
    return sum / predictions.count();
  }
}
