package io.github.dropblock.spark;

import io.github.dropblock.Normalization;
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

  /** Executors get a regularizer from its bytes: it must be the same there. */
  static void checkSent(Regularizer regularizer, Shape sample) {
    Regularizer sent;
    try {
      sent = Regularizer.fromBytes(regularizer.toBytes());
    } catch (UnsupportedOperationException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "regularizer cannot be sent to executors: " + e.getMessage(), e);
    }
    if (regularizer.normalization() == Normalization.EXPECTED
        && regularizer.expectedKeptFraction(sample) != sent.expectedKeptFraction(sample)) {
      throw new IllegalArgumentException(
          "regularizer cannot be sent to executors: its expected kept fraction is not saved");
    }
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
