package io.github.dropblock.dl4j;

import io.github.dropblock.DropMask;
import io.github.dropblock.Regularizer;
import io.github.dropblock.tensor.Shape;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The masks of one dropout: those that wait for the backward pass, last first, and those whose
 * memory is free for the next one.
 */
final class Masks {
  private final Deque<DropMask> waiting = new ArrayDeque<>();
  private final Deque<DropMask> free = new ArrayDeque<>();
  private Pass pass;

  /** Forgets the masks of another pass. */
  void begin(Pass current) {
    if (pass != current) {
      forget();
      pass = current;
    }
  }

  /** Draws a mask, which then waits. */
  DropMask draw(Regularizer regularizer, Shape shape, int iteration) {
    DropMask mask = free.poll();
    if (mask != null && mask.shape().equals(shape)) {
      regularizer.sampleInto(mask, iteration);
    } else {
      mask = regularizer.sample(shape, iteration);
    }
    waiting.push(mask);
    return mask;
  }

  /** Lets a mask wait that was drawn elsewhere. */
  void push(DropMask mask) {
    waiting.push(mask);
  }

  /** Removes a mask that was drawn elsewhere, if it still waits. */
  void remove(DropMask mask) {
    waiting.removeIf(m -> m == mask);
    free.removeIf(m -> m == mask);
  }

  /** Returns the last mask that waits. */
  DropMask last() {
    if (waiting.isEmpty()) {
      throw new IllegalStateException(
          "no forward pass in training is left for this gradient: the dropout was not applied, or"
              + " was cleared, before it");
    }
    return waiting.peek();
  }

  /** Ends the wait of the last mask. */
  void done() {
    free.push(waiting.pop());
  }

  /** Ends the wait of all masks. */
  void forget() {
    while (!waiting.isEmpty()) {
      done();
    }
  }
}
