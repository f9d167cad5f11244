package io.github.dropblock;

import io.github.dropblock.tensor.Shape;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The masks of forward passes that wait for their backward passes, last first, and the memory of
 * masks that are done, for those to come.
 *
 * <p>Whoever never runs a backward pass must not run out of memory. So the oldest masks are
 * forgotten beyond a number or a sum of bits: backward passes come in the reverse order, and the
 * latest masks are the ones that are asked for.
 */
final class WaitingMasks {
  static final int MOST = 4096;
  static final long MOST_BITS = 1L << 31;

  private final Deque<DropMask> waiting = new ArrayDeque<>();
  private DropMask spare;
  private long bits;
  private boolean forgotten;

  /** Draws a mask, into the memory of one that is done if its shape is the same. */
  DropMask draw(Regularizer regularizer, Shape shape, long step, long firstSample) {
    DropMask mask = spare;
    if (mask == null || !mask.shape().equals(shape)) {
      return regularizer.sample(shape, step, firstSample);
    }
    spare = null;
    regularizer.sampleInto(mask, step, firstSample);
    return mask;
  }

  /** Adds the mask of a forward pass that succeeded. */
  void push(DropMask mask) {
    waiting.push(mask);
    bits += mask.storedBits();
    while (waiting.size() > MOST || (bits > MOST_BITS && waiting.size() > 1)) {
      bits -= waiting.removeLast().storedBits();
      forgotten = true;
    }
  }

  /** Returns the mask of the last forward pass. */
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

  /** Takes the last mask away: its backward pass is done, and its memory is free. */
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
