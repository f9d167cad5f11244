package io.github.dropblock;

import io.github.dropblock.internal.check.Check;
import io.github.dropblock.schedule.KeepProbSchedule;
import io.github.dropblock.tensor.Tensor;

/**
 * A regularizer in a training loop: knows the step, follows a schedule, keeps the masks for the
 * backward pass, and does nothing during evaluation.
 *
 * <pre>{@code
 * DropLayer layer = DropLayer.of(dropBlock, KeepProbSchedule.linear(1.0, 0.9, steps));
 * for (long step = 0; step < steps; step++) {
 *   layer.train().step(step);
 *   Tensor y = layer.forward(x);
 *   Tensor dx = layer.backward(dy);
 * }
 * layer.eval();
 * }</pre>
 *
 * <p><b>Steps.</b> A layer that is never told a step takes each forward pass in training as a step.
 * From the first {@link #step(long)} or {@link #nextStep} on, the step is the caller's and nothing
 * else changes it. A layer that is then used several times in a step draws another mask each time,
 * numbered from 0: see {@link Regularizer#forUse}. Two layers with one seed draw the same masks for
 * the same shape, so give each a seed of its own.
 *
 * <p><b>Memory.</b> Each forward pass keeps its mask, at most one bit per element, until its
 * backward pass. The oldest masks are forgotten beyond 4,096 masks or 2^31 bits (256 MiB), so a
 * loop without backward passes does not run out of memory.
 *
 * <p>Not safe for use by many threads: give each its own layer, with the same seed and {@link
 * #forward(Tensor, long)} for its part of the batch.
 *
 * @since 0.1.0
 */
public final class DropLayer {
  private final WaitingMasks trained = new WaitingMasks();
  private final WaitingMasks inferred = new WaitingMasks();
  private ScheduledRegularizer regularizer;
  private boolean training = true;
  private boolean atInference;
  private boolean told;
  private long step;
  private int use;
  private long draw;

  private DropLayer(ScheduledRegularizer regularizer) {
    this.regularizer = regularizer;
  }

  /**
   * Makes a layer without a schedule: the regularizer is as it is at each step.
   *
   * @param regularizer what draws the masks
   * @return a layer in training, at step 0
   * @throws IllegalArgumentException if {@code regularizer} is null
   */
  public static DropLayer of(Regularizer regularizer) {
    return new DropLayer(ScheduledRegularizer.of(regularizer));
  }

  /**
   * Makes a layer whose keepProb follows a schedule.
   *
   * @param regularizer what draws the masks; its own keepProb does not matter
   * @param schedule keepProb at each step
   * @return a layer in training, at step 0
   * @throws IllegalArgumentException if an argument is null or the regularizer has no keepProb
   */
  public static DropLayer of(Regularizer regularizer, KeepProbSchedule schedule) {
    return new DropLayer(ScheduledRegularizer.of(regularizer, schedule));
  }

  /**
   * Starts training.
   *
   * @return this layer
   */
  public DropLayer train() {
    training = true;
    return this;
  }

  /**
   * Starts evaluation: {@link #forward} and {@link #backward} are the identity, and nothing
   * advances.
   *
   * @return this layer
   */
  public DropLayer eval() {
    training = false;
    return this;
  }

  /**
   * Returns whether the layer is in training.
   *
   * @return false after {@link #eval}
   */
  public boolean isTraining() {
    return training;
  }

  /**
   * Goes on dropping during evaluation, for uncertainty by sampling: see {@link MonteCarlo}. Each
   * forward pass in evaluation then draws another mask, from draw 0 on, apart from those of
   * training. The step does not advance. A backward pass uses the mask of its forward pass, so that
   * saliency maps are those of the network that was run. To go on with the draws of a saved state,
   * call this before {@link #restore}.
   *
   * @return this layer
   */
  public DropLayer enableAtInference() {
    atInference = true;
    draw = 0;
    inferred.clear();
    return this;
  }

  /**
   * Ends what {@link #enableAtInference} began.
   *
   * @return this layer
   */
  public DropLayer disableAtInference() {
    atInference = false;
    inferred.clear();
    return this;
  }

  /**
   * Returns the training step.
   *
   * @return the step, from 0; the next one to come where passes are counted as steps
   */
  public long step() {
    return step;
  }

  /**
   * Goes to a step: uses are numbered anew, and masks that wait for a backward pass are forgotten.
   * From now on the layer does not count its passes as steps.
   *
   * @param newStep the step, at least 0
   * @return this layer
   * @throws IllegalArgumentException if {@code newStep} is negative
   */
  public DropLayer step(long newStep) {
    goTo(Check.atLeast("step", newStep, 0L));
    told = true;
    return this;
  }

  private void goTo(long newStep) {
    step = newStep;
    use = 0;
    trained.clear();
  }

  /**
   * Goes to the next step. From now on the layer does not count its passes as steps.
   *
   * @return this layer
   */
  public DropLayer nextStep() {
    return step(step + 1);
  }

  /**
   * Drops in training, and copies in evaluation.
   *
   * @param x the input, of any layout; not modified
   * @return a new tensor
   * @throws IllegalArgumentException if {@code x} is null
   */
  public Tensor forward(Tensor x) {
    return forward(x, 0);
  }

  /**
   * Drops in a part of a larger batch, which other workers share.
   *
   * @param x the input, of any layout; not modified
   * @param firstSample the index in the whole batch of the part's first sample, at least 0
   * @return a new tensor
   * @throws IllegalArgumentException if {@code x} is null or {@code firstSample} out of range; then
   *     nothing advances
   */
  public Tensor forward(Tensor x, long firstSample) {
    Check.notNull("x", x);
    if (!training && !atInference) {
      return x.copy();
    }
    return drop(x, Tensor.zeros(x.shape()), firstSample);
  }

  /**
   * Drops in training, and copies in evaluation, into an existing tensor: allocates nothing in the
   * steady state.
   *
   * @param x the input, of any layout; not modified unless it is {@code out}
   * @param out a tensor of the same shape; overwritten
   * @return {@code out}
   * @throws IllegalArgumentException if a tensor is null, or {@code out} of another shape or
   *     overlapping {@code x}; then nothing is modified and nothing advances
   */
  public Tensor forward(Tensor x, Tensor out) {
    Check.notNull("x", x);
    checkShape("out", out, x);
    return training || atInference ? drop(x, out, 0) : x.copyTo(out);
  }

  /**
   * Drops in place in training; in evaluation, {@code x} stays as it is.
   *
   * @param x the input, of any layout; overwritten
   * @return {@code x}
   * @throws IllegalArgumentException if {@code x} is null; then nothing advances
   */
  public Tensor forwardInPlace(Tensor x) {
    return forward(x, x);
  }

  private Tensor drop(Tensor x, Tensor out, long firstSample) {
    Regularizer drawn = training ? regularizer.at(step, use) : regularizer.forInference(step);
    WaitingMasks masks = training ? trained : inferred;
    DropMask mask = masks.draw(drawn, x.shape(), training ? step : draw, firstSample);
    mask.apply(x, out);
    masks.push(mask);
    advance(); // Not before all went well.
    return out;
  }

  private void advance() {
    if (!training) {
      draw++;
    } else if (told) {
      use++;
    } else {
      step++;
    }
  }

  /**
   * Returns the gradient of the input of the last forward pass that had no backward pass yet:
   * backward passes come in the reverse order of forward passes. In evaluation without dropping, a
   * copy.
   *
   * @param dy the gradient of the output; not modified
   * @return a new tensor
   * @throws IllegalArgumentException if {@code dy} is null or of another shape than the output
   * @throws IllegalStateException if no forward pass is left, or its mask was forgotten
   */
  public Tensor backward(Tensor dy) {
    Check.notNull("dy", dy);
    if (!training && !atInference) {
      return dy.copy();
    }
    DropMask mask = lastMask();
    Tensor dx = mask.backward(dy);
    (training ? trained : inferred).done();
    return dx;
  }

  /**
   * Writes the gradient of the input, as {@link #backward(Tensor)}, into an existing tensor:
   * allocates nothing.
   *
   * @param dy the gradient of the output; not modified unless it is {@code dx}
   * @param dx a tensor of the same shape; overwritten
   * @return {@code dx}
   * @throws IllegalArgumentException if a tensor is null, of another shape than the output or
   *     overlapping the other; then nothing is modified
   * @throws IllegalStateException if no forward pass is left, or its mask was forgotten
   */
  public Tensor backward(Tensor dy, Tensor dx) {
    Check.notNull("dy", dy);
    checkShape("dx", dx, dy);
    if (!training && !atInference) {
      return dy.copyTo(dx);
    }
    lastMask().backward(dy, dx);
    (training ? trained : inferred).done();
    return dx;
  }

  /**
   * Turns the gradient of the output into that of the input, in place.
   *
   * @param dy the gradient of the output; overwritten
   * @return {@code dy}
   * @throws IllegalArgumentException if {@code dy} is null or of another shape than the output;
   *     then nothing is modified
   * @throws IllegalStateException if no forward pass is left, or its mask was forgotten
   */
  public Tensor backwardInPlace(Tensor dy) {
    return backward(dy, dy);
  }

  private DropMask lastMask() {
    WaitingMasks masks = training ? trained : inferred;
    DropMask mask = masks.last();
    if (mask == null) {
      throw new IllegalStateException(
          "no forward pass is left for a backward pass at step " + step + ": " + masks.whyNone());
    }
    return mask;
  }

  private static void checkShape(String name, Tensor tensor, Tensor expected) {
    Check.notNull(name, tensor);
    if (!tensor.shape().equals(expected.shape())) {
      throw new IllegalArgumentException(
          name + " must have the shape " + expected.shape() + ": " + tensor.shape());
    }
  }

  /**
   * Returns where the layer stands. Masks that wait for a backward pass are not part of it, so save
   * between steps.
   *
   * @return the state
   */
  public LayerState state() {
    return new LayerState(regularizer.regularizer().seed(), step, use, draw, told);
  }

  /**
   * Goes on from a state, of this layer or of one of the same configuration in an earlier run. The
   * seed is the state's.
   *
   * @param state the state
   * @return this layer
   * @throws IllegalArgumentException if {@code state} is null
   */
  public DropLayer restore(LayerState state) {
    Check.notNull("state", state);
    regularizer = regularizer.withSeed(state.seed());
    goTo(state.step());
    inferred.clear();
    use = state.use();
    draw = state.draw();
    told = state.told();
    return this;
  }

  /** Returns the regularizer, the schedule and where the layer stands. */
  @Override
  public String toString() {
    return "DropLayer[" + regularizer + ", " + state() + "]";
  }
}
