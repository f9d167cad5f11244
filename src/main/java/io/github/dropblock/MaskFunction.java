package io.github.dropblock;

/**
 * Draws the mask of one sample: the caller's own part of a {@link CustomRegularizer}.
 *
 * <p>To obey the randomness contract, a function depends on nothing but its argument: its shape,
 * keepProb, step, sample index and random source. Then a mask is the same for each split of a batch
 * and each number of threads. Several threads may call it at the same time, each with an argument
 * of its own.
 *
 * <p>A function whose regularizer is to be saved, or sent to other machines, needs a name, and must
 * be found by it where the regularizer is read: as a service of {@link java.util.ServiceLoader}, in
 * {@code META-INF/services/io.github.dropblock.MaskFunction}.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface MaskFunction {
  /**
   * Drops positions of a sample.
   *
   * @param sample the sample's mask, of which nothing is dropped yet; not to be kept after the call
   */
  void draw(SampleMask sample);

  /**
   * Returns the name by which the function is saved and found again.
   *
   * @return a name that other functions do not have; empty, the default, for a function that is not
   *     saved
   */
  default String name() {
    return "";
  }
}
