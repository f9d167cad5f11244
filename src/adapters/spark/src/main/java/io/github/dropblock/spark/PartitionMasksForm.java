package io.github.dropblock.spark;

import io.github.dropblock.Normalization;
import io.github.dropblock.Regularizer;
import io.github.dropblock.tensor.Shape;
import java.io.InvalidObjectException;
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
   * @throws InvalidObjectException if the stream holds what no masks have
   */
  private Object readResolve() throws InvalidObjectException {
    try {
      checkStarts(starts);
      return new PartitionMasks(
          Regularizer.fromBytes(regularizer), Shape.of(sample).withN(1), starts.clone());
    } catch (IllegalArgumentException e) {
      InvalidObjectException refused = new InvalidObjectException(e.getMessage());
      refused.initCause(e);
      throw refused;
    }
  }

  private static void checkStarts(long[] starts) {
    boolean right = starts != null && starts.length > 0 && starts[0] == 0;
    for (int i = 1; right && i < starts.length; i++) {
      right = starts[i - 1] <= starts[i];
    }
    if (!right) {
      throw new IllegalArgumentException("starts must begin with 0 and not decrease");
    }
  }
}
