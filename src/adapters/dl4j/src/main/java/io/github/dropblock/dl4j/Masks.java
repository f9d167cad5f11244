package io.github.dropblock.dl4j;

import io.github.dropblock.DropMask;
import io.github.dropblock.KeepProbRegularizer;
import io.github.dropblock.Regularizer;
import io.github.dropblock.tensor.Shape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The masks of one dropout: those that wait for the backward pass, last first, and those whose
 * memory is free for the next one.
 */
final class Masks {
  /** Odd, so that each number of a use gives another seed. */
  private static final long SEED_STEP = 0xD1B54A32D192ED03L;

  private final Regularizer regularizer;

  /** The regularizers of each number of a use, as far as they were needed. */
  private final List<Regularizer> uses = new ArrayList<>();

  private OptionalDouble keepProbOfUses = OptionalDouble.empty();
  private final Deque<DropMask> waiting = new ArrayDeque<>();
  private final Deque<DropMask> free = new ArrayDeque<>();
  private Pass pass;

  Masks(Regularizer regularizer) {
    this.regularizer = regularizer;
  }

  /** Draws the mask of the next use, which then waits. */
  DropMask draw(Pass current, Shape shape, int iteration, OptionalDouble keepProb) {
    if (pass != current) {
      forget();
      pass = current;
    }
    Regularizer own = ofUse(current.use(regularizer.seed()), keepProb);
    DropMask mask = free.poll();
    if (mask != null && mask.shape().equals(shape)) {
      own.sampleInto(mask, iteration);
    } else {
      mask = own.sample(shape, iteration);
    }
    waiting.push(mask);
    return mask;
  }

  /** The last mask that waits. */
  DropMask last() {
    if (waiting.isEmpty()) {
      throw new IllegalStateException(
          "no forward pass in training is left to take back: the dropout was not applied, or was"
              + " cleared, before this gradient");
    }
    return waiting.peek();
  }

  /** The last mask waits no longer. */
  void takenBack() {
    free.push(waiting.pop());
  }

  /** No mask waits any longer. */
  void forget() {
    while (!waiting.isEmpty()) {
      takenBack();
    }
  }

  private Regularizer ofUse(int number, OptionalDouble keepProb) {
    if (!keepProb.equals(keepProbOfUses)) {
      uses.clear();
      keepProbOfUses = keepProb;
    }
    while (uses.size() <= number) {
      uses.add(scheduled(keepProb).withSeed(regularizer.seed() + uses.size() * SEED_STEP));
    }
    return uses.get(number);
  }

  private Regularizer scheduled(OptionalDouble keepProb) {
    return keepProb.isEmpty()
        ? regularizer
        : ((KeepProbRegularizer) regularizer).withKeepProb(keepProb.getAsDouble());
  }
}
