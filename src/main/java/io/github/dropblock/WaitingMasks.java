package io.github.dropblock;

import io.github.dropblock.tensor.Shape;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Stack of the masks of forward passes that wait for their backward passes. It reuses the memory of
 * masks that are done.
 *
 * <p>A caller that never runs a backward pass must not run out of memory. So the stack forgets the
 * oldest masks beyond a number of masks or bits. Backward passes come in reverse order, so they
 * need the latest masks.
 */
final class WaitingMasks {
  static final int MOST = 4096;
  static final long MOST_BITS = 1L << 31;

  private final Deque<DropMask> waiting = new ArrayDeque<>();
  private DropMask spare;

  /** The mask of the latest forward pass, whether its backward pass is done or not. */
  private DropMask latest;

  private long bits;
  private boolean forgotten;

  /** Draws a mask. It reuses the memory of one that is done, if its shape is the same. */
  DropMask draw(Regularizer regularizer, Shape shape, long step, long firstSample) {
    DropMask mask = spare;
    if (mask == null || !mask.shape().equals(shape)) {
      return regularizer.sample(shape, step, firstSample);
    }
    spare = null;
    latest = null; // It may be this one.
    regularizer.sampleInto(mask, step, firstSample);
    return mask;
  }

  /** Adds the mask of a forward pass that succeeded. */
  void push(DropMask mask) {
    waiting.push(mask);
    latest = mask;
    bits += mask.storedBits();
    while (waiting.size() > MOST || (bits > MOST_BITS && waiting.size() > 1)) {
      bits -= waiting.removeLast().storedBits();
      forgotten = true;
    }
  }

  /** Returns a copy of the mask of the latest forward pass, for others to keep. */
  Optional<DropMask> latest() {
    return Optional.ofNullable(latest).map(mask -> mask.with(mask.normalization()));
  }

  /** Returns the mask that waits for the next backward pass. */
  DropMask last(long step) {
    if (waiting.isEmpty()) {
      throw new IllegalStateException(whyNone() + ", at step " + step);
    }
    return waiting.peek();
  }

  private String whyNone() {
    return forgotten
        ? "no mask is left for a backward pass, since the oldest were forgotten: at most "
            + MOST
            + " masks, and 2^31 bits, wait"
        : "no forward pass is left for a backward pass";
  }

  /** Removes the last mask, whose backward pass is done, so that its memory can be reused. */
  void done() {
    spare = waiting.pop();
    bits -= spare.storedBits();
  }

  /** Forgets all masks. */
  void clear() {
    while (!waiting.isEmpty()) {
      done();
    }
    forgotten = false;
  }
}
