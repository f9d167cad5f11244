package io.github.dropblock.spark;

import io.github.dropblock.DropMask;
import io.github.dropblock.Regularizer;
import io.github.dropblock.tensor.Shape;

/** The masks of a partition's samples, one after the other, all drawn into one. */
final class SampleMasks {
  private final Regularizer regularizer;
  private final DropMask mask;
  private final long step;
  private final long end;
  private long next;

  SampleMasks(Regularizer regularizer, Shape sample, long step, long first, long count) {
    this.regularizer = regularizer;
    this.mask = regularizer.sample(sample, step, first);
    this.step = step;
    this.next = first;
    this.end = first + count;
  }

  /** The next sample's mask, valid until the next call. */
  DropMask next() {
    if (next == end) {
      throw new IllegalStateException("the partition has more samples than were counted");
    }
    regularizer.sampleInto(mask, step, next++);
    return mask;
  }

  void checkEnd() {
    if (next != end) {
      throw new IllegalStateException(
          "the partition has " + (end - next) + " samples less than were counted");
    }
  }

  /** The kept positions of all samples that are left. */
  long keptCount() {
    long kept = 0;
    while (next != end) {
      kept += next().keptCount();
    }
    return kept;
  }
}
