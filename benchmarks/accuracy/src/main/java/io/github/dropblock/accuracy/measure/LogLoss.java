package io.github.dropblock.accuracy.measure;

/** Negative log-likelihood. */
public final class LogLoss {
  /** No probability counts as smaller, or one image of probability 0 would decide alone. */
  static final double LEAST = 1e-12;

  private LogLoss() {}

  /** The mean of -log of the true class's probability, in nats. */
  public static double of(Predictions predictions) {
    double sum = 0;
    for (int i = 0; i < predictions.count(); i++) {
      float probability = predictions.probabilities()[i][predictions.labels()[i]];
      sum -= Math.log(Math.max(LEAST, probability));
    }
    return sum / predictions.count();
  }
}
