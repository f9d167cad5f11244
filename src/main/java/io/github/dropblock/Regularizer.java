package io.github.dropblock;

import io.github.dropblock.tensor.Shape;

/**
 * A distribution over masks.
 *
 * <p>A mask is a pure function of the configuration (with its seed), the shape of one sample, the
 * step and the index of each sample. It does not depend on threads, on the CPU or on how a batch is
 * split. Implementations are immutable and safe for use by many threads.
 *
 * @since 0.1.0
 */
public interface Regularizer {
  /**
   * Samples the mask of a whole batch.
   *
   * @param shape the shape of the tensor that the mask is for
   * @param step the training step, at least 0; another step gives an independent mask
   * @return the mask
   * @throws IllegalArgumentException if {@code shape} is null or {@code step} negative
   */
  default DropMask sample(Shape shape, long step) {
    return sample(shape, step, 0);
  }

  /**
   * Samples the mask of a part of a larger batch: sample i of the part is sample {@code firstSample
   * + i} of the whole. Parts hold the bits that one mask of the whole would hold.
   *
   * @param shape the shape of the part
   * @param step the training step, at least 0
   * @param firstSample the index in the whole batch of the part's first sample, at least 0
   * @return the mask of the part; its counts and its scale are the part's own
   * @throws IllegalArgumentException if {@code shape} is null or a number negative
   */
  DropMask sample(Shape shape, long step, long firstSample);
}
