package io.github.dropblock;

/**
 * A regularizer with a keepProb, which a schedule may change from step to step.
 *
 * @since 0.1.0
 */
public interface KeepProbRegularizer extends Regularizer {
  /**
   * The probability to keep: a position, a plane or a sample.
   *
   * @return keepProb in [0, 1]
   */
  double keepProb();

  /**
   * The same configuration with another keepProb, for schedules.
   *
   * @param keepProb the probability to keep, in [0, 1]; 1 keeps everything
   * @return a regularizer with the same seed and choices
   * @throws IllegalArgumentException if {@code keepProb} is out of range
   */
  KeepProbRegularizer withKeepProb(double keepProb);

  @Override
  KeepProbRegularizer withSeed(long seed);
}
