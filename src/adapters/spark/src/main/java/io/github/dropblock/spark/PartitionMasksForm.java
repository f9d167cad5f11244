package io.github.dropblock.spark;

import io.github.dropblock.Regularizer;
import io.github.dropblock.tensor.Shape;
import java.io.Serializable;

/**
 * {@link PartitionMasks} as it is sent with a task.
 *
 * @param regularizer its bytes
 * @param extents a sample's C, D, H and W
 * @param rank the shape's
 * @param starts the first sample of each partition, and the number of all samples
 */
record PartitionMasksForm(byte[] regularizer, int[] extents, int rank, long[] starts)
    implements Serializable {
  static PartitionMasksForm of(Regularizer regularizer, Shape sample, long[] starts) {
    int[] extents = {sample.c(), sample.d(), sample.h(), sample.w()};
    return new PartitionMasksForm(regularizer.toBytes(), extents, sample.rank(), starts);
  }

  private Shape sample() {
    return switch (rank) {
      case 3 -> Shape.ncw(1, extents[0], extents[3]);
      case 4 -> Shape.nchw(1, extents[0], extents[2], extents[3]);
      default -> Shape.ncdhw(1, extents[0], extents[1], extents[2], extents[3]);
    };
  }

  /**
   * What was sent.
   *
   * @return equal masks
   */
  private Object readResolve() {
    return new PartitionMasks(Regularizer.fromBytes(regularizer), sample(), starts);
  }
}
