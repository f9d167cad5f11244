package io.github.dropblock.spark;

import io.github.dropblock.Regularizer;
import io.github.dropblock.tensor.Shape;
import java.io.Serializable;

/**
 * {@link PartitionMasks} as it is sent with a task.
 *
 * @param regularizer its bytes
 * @param sample the extents of one sample
 * @param starts the first sample of each partition, and the number of all samples
 */
record PartitionMasksForm(byte[] regularizer, int[] sample, long[] starts) implements Serializable {
  static PartitionMasksForm of(Regularizer regularizer, Shape sample, long[] starts) {
    return new PartitionMasksForm(regularizer.toBytes(), sample.withN(1).extents(), starts);
  }

  /**
   * What was sent.
   *
   * @return equal masks
   */
  private Object readResolve() {
    return new PartitionMasks(Regularizer.fromBytes(regularizer), Shape.of(sample), starts);
  }
}
