package io.github.dropblock;

/**
 * Function that draws the mask of one sample for a {@link CustomRegularizer}.
 *
 * <p>A function must depend only on its argument: the shape, keepProb, step, sample index and
 * random numbers that it gives. Then a mask does not depend on how a batch is split or on the
 * number of threads. Several threads may call a function at the same time, each with its own
 * argument.
 *
 * <p>If the regularizer is to be saved, or sent to other machines, the function needs a name. Where
 * the regularizer is read, the function must be a service of {@link java.util.ServiceLoader},
 * listed in {@code META-INF/services/io.github.dropblock.MaskFunction}.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface MaskFunction {
  /**
   * Drops positions of a sample.
   *
   * @param sample the sample's mask, which keeps everything at first; do not use it after the call
   */
  void draw(SampleMask sample);

  /**
   * Returns the name by which the function is saved and found again.
   *
   * @return a unique name, or the empty string, the default, if the function is not saved
   */
  default String name() {
    return "";
  }
}
