package io.github.dropblock;

import io.github.dropblock.internal.check.Check;
import io.github.dropblock.schedule.KeepProbSchedule;
import io.github.dropblock.tensor.Tensor;

/**
 * Applies a regularizer in a training loop: follows a schedule, keeps the masks for the backward
 * pass, and does nothing during evaluation.
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
 * From the first {@link #step(long)} or {@link #nextStep} on, the step is the caller's. If such a
 * layer is used several times in a step, each use has another mask: see {@link Regularizer#forUse}.
 * Two layers with one seed draw the same masks, so give each a seed of its own.
 *
 * <p><b>Memory.</b> Each forward pass keeps its mask, at most one bit per element, until its
 * backward pass. Beyond 4,096 masks or 2^31 bits (256 MiB) the oldest are forgotten.
 *
 * <p>Not safe for use by many threads: give each its own layer, with the same seed and {@link
 * #forward(Tensor, long)} for its part of the batch.
 *
 * @since 0.1.0
 */
public final class DropLayer {
  private final WaitingMasks trained = new WaitingMasks();
  private final WaitingMasks inferred = new WaitingMasks();
  private final LayerClock clock = new LayerClock();
  private ScheduledRegularizer regularizer;
  private boolean training = true;
  private boolean atInference;

  private DropLayer(ScheduledRegularizer regularizer) {
    this.regularizer = regularizer;
  }

  /**
   * Makes a layer without a schedule.
   *
   * @param regularizer what draws the masks, the same at each step
   * @return a layer in training, at step 0
   * @throws IllegalArgumentException if {@code regularizer} is null
   */
  public static DropLayer of(Regularizer regularizer) {
    return new DropLayer(ScheduledRegularizer.of(regularizer));
  }

  /**
   * Makes a layer whose keepProb follows a schedule.
   *
   * @param regularizer what draws the masks
   * @param schedule keepProb at each step, in place of the regularizer's own
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
   * Starts evaluation, in which passes change nothing.
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
   * @return false in evaluation
   */
  public boolean isTraining() {
    return training;
  }

  /**
   * Goes on dropping during evaluation, for uncertainty by sampling: see {@link MonteCarlo}. Each
   * forward pass in evaluation then draws another mask, from draw 0 on, apart from those of
   * training, and a backward pass uses the mask of its forward pass. The step does not advance. To
   * go on with the draws of a saved state, call this before {@link #restore}.
   *
   * @return this layer
   */
  public DropLayer enableAtInference() {
    atInference = true;
    clock.restartDraws();
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
   * Returns the training step of the next pass.
   *
   * @return the step, from 0
   */
  public long step() {
    return clock.step();
  }

  /**
   * Goes to a step, numbers uses anew, and forgets masks that wait for a backward pass. From now on
   * the layer does not count its passes as steps.
   *
   * @param newStep the step, at least 0
   * @return this layer
   * @throws IllegalArgumentException if {@code newStep} is negative
   */
  public DropLayer step(long newStep) {
    clock.tell(Check.atLeast("step", newStep, 0L));
    trained.clear();
    return this;
  }

  /**
   * Goes to the next step. From now on the layer does not count its passes as steps; those that it
   * has counted are not counted again.
   *
   * @return this layer
   */
  public DropLayer nextStep() {
    Check.atLeast("next step", step() + 1, 1L);
    clock.next();
    trained.clear();
    return this;
  }

  /**
   * Drops in training, and copies in evaluation.
   *
   * @param x the input, of any layout; not modified
   * @return a new tensor
   * @throws IllegalArgumentException if {@code x} is null; nothing advances
   */
  public Tensor forward(Tensor x) {
    return forward(x, 0);
  }

  /**
   * Drops in a part of a larger batch that several workers share.
   *
   * @param x the input, of any layout; not modified
   * @param firstSample the index in the whole batch of the part's first sample, at least 0
   * @return a new tensor
   * @throws IllegalArgumentException if an argument is null or out of range; nothing advances
   */
  public Tensor forward(Tensor x, long firstSample) {
    Check.notNull("x", x);
    return isIdentity() ? x.copy() : drop(x, Tensor.zeros(x.shape()), firstSample);
  }

  /**
   * Drops or copies into an existing tensor, without allocating in the steady state.
   *
   * @param x the input, of any layout; not modified unless it is {@code out}
   * @param out a tensor of the same shape; overwritten
   * @return {@code out}
   * @throws IllegalArgumentException if a tensor is null, of another shape or overlapping the
   *     other; nothing is modified and nothing advances
   */
  public Tensor forward(Tensor x, Tensor out) {
    Check.notNull("x", x);
    return isIdentity() ? x.copyTo(out) : drop(x, out, 0);
  }

  /**
   * Drops in place, as {@code forward(x, x)}.
   *
   * @param x the input, of any layout; overwritten
   * @return {@code x}
   */
  public Tensor forwardInPlace(Tensor x) {
    return forward(x, x);
  }

  private boolean isIdentity() {
    return !training && !atInference;
  }

  private WaitingMasks masks() {
    return training ? trained : inferred;
  }

  private Tensor drop(Tensor x, Tensor out, long firstSample) {
    long step = clock.step();
    Regularizer drawn =
        training ? regularizer.at(step, clock.use()) : regularizer.forInference(step);
    DropMask mask = masks().draw(drawn, x.shape(), training ? step : clock.draw(), firstSample);
    mask.apply(x, out);
    masks().push(mask);
    clock.advance(training); // Not before all went well.
    return out;
  }

  /**
   * Returns the gradient of the input of the last forward pass that had no backward pass yet. In
   * evaluation without dropping, that is a copy.
   *
   * @param dy the gradient of the output; not modified
   * @return a new tensor
   * @throws IllegalArgumentException if {@code dy} is null or of another shape than the output
   * @throws IllegalStateException if no mask of a forward pass is left
   */
  public Tensor backward(Tensor dy) {
    Check.notNull("dy", dy);
    return isIdentity() ? dy.copy() : backward(dy, Tensor.zeros(dy.shape()));
  }

  /**
   * Writes the gradient of the input into an existing tensor, without allocating.
   *
   * @param dy the gradient of the output; not modified unless it is {@code dx}
   * @param dx a tensor of the same shape; overwritten
   * @return {@code dx}
   * @throws IllegalArgumentException as for {@link #forward(Tensor, Tensor)}
   * @throws IllegalStateException if no mask of a forward pass is left
   */
  public Tensor backward(Tensor dy, Tensor dx) {
    Check.notNull("dy", dy);
    if (isIdentity()) {
      return dy.copyTo(dx);
    }
    masks().last(step()).backward(dy, dx);
    masks().done();
    return dx;
  }

  /**
   * Turns the gradient of the output into that of the input, as {@code backward(dy, dy)}.
   *
   * @param dy the gradient of the output; overwritten
   * @return {@code dy}
   */
  public Tensor backwardInPlace(Tensor dy) {
    return backward(dy, dy);
  }

  /**
   * Returns where the layer stands.
   *
   * @return the state; masks that wait for a backward pass are not part of it
   */
  public LayerState state() {
    return clock.state(regularizer.regularizer().seed());
  }

  /**
   * Goes on from a state of a layer of the same configuration. The seed is the state's.
   *
   * @param state the state
   * @return this layer
   * @throws IllegalArgumentException if {@code state} is null
   */
  public DropLayer restore(LayerState state) {
    Check.notNull("state", state);
    regularizer = regularizer.withSeed(state.seed());
    clock.restore(state);
    trained.clear();
    inferred.clear();
    return this;
  }

  /** Returns the regularizer, the schedule and where the layer stands. */
  @Override
  public String toString() {
    return "DropLayer[" + regularizer + ", " + state() + "]";
  }
}
