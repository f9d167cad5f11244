package io.github.dropblock;

import io.github.dropblock.internal.apply.TensorChecks;
import io.github.dropblock.internal.check.Check;
import io.github.dropblock.schedule.KeepProbSchedule;
import io.github.dropblock.tensor.Tensor;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Layer that applies a regularizer in a training loop. It follows a schedule, keeps masks for the
 * backward pass, and does nothing during evaluation.
 *
 * <pre>{@code
 * DropLayer layer = DropLayer.of(dropBlock, KeepProbSchedule.linear(1.0, 0.9, steps));
 * Tensor y = layer.step(step).forward(x);
 * Tensor dx = layer.backward(dy);
 * Tensor unchanged = layer.eval().forward(x);
 * }</pre>
 *
 * <p><b>Steps.</b> By default, each forward pass in training counts as a step. After the first call
 * of {@link #step(long)} or {@link #nextStep}, the caller counts the steps. Such a layer may be
 * used several times in a step, and each use has another mask: see {@link Regularizer#forUse}.
 * Layers with equal seeds draw equal masks, so give each layer its own seed. A pass throws an
 * {@code IllegalStateException} if its count is at the largest value.
 *
 * <p><b>Memory.</b> Each forward pass keeps its mask, at most one bit per element, until its
 * backward pass. Beyond 4,096 masks or 2^31 bits (256 MiB) the layer forgets the oldest.
 *
 * <p>Not safe for use by many threads. Give each thread its own layer with the same seed, and call
 * {@link #forward(Tensor, long)} for its part of the batch.
 *
 * @since 0.1.0
 */
public final class DropLayer {
  private final LayerPasses passes = new LayerPasses();
  private ScheduledRegularizer regularizer;

  private DropLayer(ScheduledRegularizer regularizer) {
    this.regularizer = regularizer;
  }

  /**
   * Creates a layer without a schedule.
   *
   * @param regularizer the regularizer, the same at each step
   * @return a layer in training, at step 0
   * @throws IllegalArgumentException if {@code regularizer} is null
   */
  public static DropLayer of(Regularizer regularizer) {
    return new DropLayer(ScheduledRegularizer.of(regularizer));
  }

  /**
   * Creates a layer whose keepProb follows a schedule.
   *
   * @param regularizer the regularizer, whose own keepProb does not matter
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
    passes.train(true);
    return this;
  }

  /**
   * Starts evaluation, in which passes copy their input.
   *
   * @return this layer
   */
  public DropLayer eval() {
    passes.train(false);
    return this;
  }

  /** {@return whether the layer is in training; false in evaluation} */
  public boolean isTraining() {
    return passes.areTraining();
  }

  /**
   * Enables dropping during evaluation, to estimate uncertainty: see {@link MonteCarlo}. Each
   * forward pass in evaluation then draws another mask, independent of those in training and
   * numbered from draw 0. A backward pass uses the mask of its forward pass. The step does not
   * advance. To continue with the draws of a saved state, call this before {@link #restore}.
   *
   * @return this layer
   */
  public DropLayer enableAtInference() {
    passes.enableAtInference();
    return this;
  }

  /**
   * Disables dropping during evaluation again.
   *
   * @return this layer
   */
  public DropLayer disableAtInference() {
    passes.disableAtInference();
    return this;
  }

  /** {@return the regularizer, which a schedule does not change; its seed is that of the state} */
  public Regularizer regularizer() {
    return regularizer.regularizer();
  }

  /** {@return the schedule that keepProb follows, if there is one} */
  public Optional<KeepProbSchedule> schedule() {
    return regularizer.schedule();
  }

  /** {@return the training step of the next pass, from 0} */
  public long step() {
    return passes.step();
  }

  /** {@return the keepProb of the next pass; empty if the regularizer has none} */
  public OptionalDouble keepProb() {
    return regularizer.at(step()) instanceof KeepProbRegularizer r
        ? OptionalDouble.of(r.keepProb())
        : OptionalDouble.empty();
  }

  /**
   * {@return a copy of the mask of the latest pass that dropped, in training or in evaluation as
   * the layer is now; empty before the first one}
   */
  public Optional<DropMask> lastMask() {
    return passes.latest();
  }

  /**
   * Sets the step, restarts the count of uses, and forgets masks that wait for a backward pass.
   * After this call the layer no longer counts its passes as steps.
   *
   * @param newStep the step, at least 0
   * @return this layer
   * @throws IllegalArgumentException if {@code newStep} is negative
   */
  public DropLayer step(long newStep) {
    passes.tell(Check.atLeast("step", newStep, 0L));
    return this;
  }

  /**
   * Advances to the next step. After the first call the layer no longer counts its passes as steps.
   * If it has counted passes before, the first call only keeps the step that they reached.
   *
   * @return this layer
   */
  public DropLayer nextStep() {
    Check.atLeast("next step", step() + 1, 1L);
    passes.next();
    return this;
  }

  /**
   * Applies the next mask in training, and copies in evaluation.
   *
   * @param x the input, of any layout; not modified
   * @return a new tensor
   * @throws IllegalArgumentException if {@code x} is null; nothing advances
   */
  public Tensor forward(Tensor x) {
    return forward(x, 0);
  }

  /**
   * Applies the next mask to a part of a larger batch that several workers share.
   *
   * @param x the input, of any layout; not modified
   * @param firstSample the index in the whole batch of the part's first sample, at least 0
   * @return a new tensor
   * @throws IllegalArgumentException if an argument is null or out of range; nothing advances
   */
  public Tensor forward(Tensor x, long firstSample) {
    Check.notNull("x", x);
    MaskDrawing.checkCounters(x.shape(), step(), firstSample);
    return passes.areIdentity()
        ? x.copy()
        : passes.forward(regularizer, x, Tensor.zeros(x.shape()), firstSample);
  }

  /**
   * Writes the output to an existing tensor, without allocating in a steady state.
   *
   * @param x the input, of any layout; not modified unless it is {@code out}
   * @param out a tensor of the same shape; overwritten
   * @return {@code out}
   * @throws IllegalArgumentException if a tensor is null, of another shape or overlaps the other
   */
  public Tensor forward(Tensor x, Tensor out) {
    return forward(x, out, 0);
  }

  /**
   * Writes the output for a part of a larger batch to an existing tensor.
   *
   * @param x the input, of any layout; not modified unless it is {@code out}
   * @param out a tensor of the same shape; overwritten
   * @param firstSample the index in the whole batch of the part's first sample, at least 0
   * @return {@code out}
   * @throws IllegalArgumentException if a tensor is null, of another shape or overlaps the other,
   *     or {@code firstSample} is out of range; nothing advances
   */
  public Tensor forward(Tensor x, Tensor out, long firstSample) {
    TensorChecks.checkPair("x", x, "out", out, Check.notNull("x", x).shape());
    MaskDrawing.checkCounters(x.shape(), step(), firstSample);
    return passes.areIdentity() ? x.copyTo(out) : passes.forward(regularizer, x, out, firstSample);
  }

  /**
   * Applies the next mask in place, as {@code forward(x, x)}.
   *
   * @param x the input; overwritten
   * @return {@code x}
   */
  public Tensor forwardInPlace(Tensor x) {
    return forward(x, x);
  }

  /**
   * Returns the gradient of the input of the last forward pass that has had no backward pass. In
   * evaluation without dropping, that is a copy of {@code dy}.
   *
   * @param dy the gradient of the output; not modified
   * @return a new tensor
   * @throws IllegalArgumentException if {@code dy} is null or of another shape than the output
   * @throws IllegalStateException if no mask of a forward pass is left
   */
  public Tensor backward(Tensor dy) {
    Check.notNull("dy", dy);
    return passes.areIdentity() ? dy.copy() : backward(dy, Tensor.zeros(dy.shape()));
  }

  /**
   * Writes the gradient of the input to an existing tensor, without allocating.
   *
   * @param dy the gradient of the output; not modified unless it is {@code dx}
   * @param dx a tensor of the same shape; overwritten
   * @return {@code dx}
   * @throws IllegalArgumentException as for {@link #forward(Tensor, Tensor)}
   * @throws IllegalStateException if no mask of a forward pass is left
   */
  public Tensor backward(Tensor dy, Tensor dx) {
    TensorChecks.checkPair("dy", dy, "dx", dx, Check.notNull("dy", dy).shape());
    return passes.areIdentity() ? dy.copyTo(dx) : passes.backward(dy, dx);
  }

  /**
   * Replaces the gradient of the output by the gradient of the input, as {@code backward(dy, dy)}.
   *
   * @param dy the gradient of the output; overwritten
   * @return {@code dy}
   */
  public Tensor backwardInPlace(Tensor dy) {
    return backward(dy, dy);
  }

  /** {@return the state of the layer, without masks that wait for a backward pass} */
  public LayerState state() {
    return passes.state(regularizer.regularizer().seed());
  }

  /**
   * Restores the state of a layer with the same configuration. The seed becomes the state's.
   *
   * @param state the state
   * @return this layer
   * @throws IllegalArgumentException if {@code state} is null
   */
  public DropLayer restore(LayerState state) {
    Check.notNull("state", state);
    regularizer = regularizer.withSeed(state.seed());
    passes.restore(state);
    return this;
  }

  /** Returns the regularizer, the schedule and the state. */
  @Override
  public String toString() {
    return "DropLayer[" + regularizer + ", " + state() + "]";
  }
}
