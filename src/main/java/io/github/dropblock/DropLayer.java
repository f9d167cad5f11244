package io.github.dropblock;

import io.github.dropblock.internal.check.Check;
import io.github.dropblock.schedule.KeepProbSchedule;
import io.github.dropblock.tensor.Tensor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

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
 * <p>The step is the caller's: {@link #step(long)} or {@link #nextStep} sets it, and nothing else
 * does. A layer that is used several times in a step draws another mask each time, numbered from 0;
 * the first is the regularizer's own. Two layers with one seed draw the same masks for the same
 * shape: give each a seed of its own.
 *
 * <p>Not safe for use by many threads: give each its own layer, with the same seed and {@link
 * #forward(Tensor, long)} for its part of the batch.
 *
 * @since 0.1.0
 */
public final class DropLayer {
  private final KeepProbSchedule schedule;
  private Regularizer regularizer;
  private boolean training = true;
  private boolean atInference;
  private long step;
  private int use;
  private long draw;

  /** By purpose, as far as they were needed: each remembers its plan for a shape. */
  private final Map<Long, Regularizer> regularizers = new HashMap<>();

  private double keepProbOfRegularizers;
  private final Deque<DropMask> masks = new ArrayDeque<>();

  private DropLayer(Regularizer regularizer, KeepProbSchedule schedule) {
    this.regularizer = Check.notNull("regularizer", regularizer);
    this.schedule = schedule;
  }

  /**
   * A layer without a schedule: the regularizer is as it is at each step.
   *
   * @param regularizer what draws the masks
   * @return a layer in training, at step 0
   * @throws IllegalArgumentException if {@code regularizer} is null
   */
  public static DropLayer of(Regularizer regularizer) {
    return new DropLayer(regularizer, null);
  }

  /**
   * A layer whose keepProb follows a schedule.
   *
   * @param regularizer what draws the masks; its own keepProb does not matter
   * @param schedule keepProb at each step
   * @return a layer in training, at step 0
   * @throws IllegalArgumentException if an argument is null
   */
  public static DropLayer of(KeepProbRegularizer regularizer, KeepProbSchedule schedule) {
    return new DropLayer(regularizer, Check.notNull("schedule", schedule));
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
   * Whether the layer is in training.
   *
   * @return false after {@link #eval}
   */
  public boolean isTraining() {
    return training;
  }

  /**
   * Goes on dropping during evaluation, for uncertainty by sampling: see {@link MonteCarlo}. Each
   * forward pass in evaluation then draws another mask, from draw 0 on, apart from those of
   * training; the step does not advance. To go on with the draws of a saved state, call this before
   * {@link #restore}.
   *
   * @return this layer
   */
  public DropLayer enableAtInference() {
    atInference = true;
    draw = 0;
    return this;
  }

  /**
   * Ends what {@link #enableAtInference} began.
   *
   * @return this layer
   */
  public DropLayer disableAtInference() {
    atInference = false;
    return this;
  }

  /**
   * The training step.
   *
   * @return the step, from 0
   */
  public long step() {
    return step;
  }

  /**
   * Goes to a step: uses are numbered anew, and masks that wait for a backward pass are forgotten.
   *
   * @param newStep the step, at least 0
   * @return this layer
   * @throws IllegalArgumentException if {@code newStep} is negative
   */
  public DropLayer step(long newStep) {
    step = Check.atLeast("step", newStep, 0L);
    use = 0;
    masks.clear();
    return this;
  }

  /**
   * Goes to the next step.
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
   * The same for a part of a larger batch, which other workers share.
   *
   * @param x the input, of any layout; not modified
   * @param firstSample the index in the whole batch of the part's first sample, at least 0
   * @return a new tensor
   * @throws IllegalArgumentException if {@code x} is null or {@code firstSample} out of range; then
   *     nothing advances
   */
  public Tensor forward(Tensor x, long firstSample) {
    Check.notNull("x", x);
    if (training) {
      DropMask mask = regularizer(use).sample(x.shape(), step, firstSample);
      Tensor y = mask.apply(x);
      masks.push(mask);
      use++; // Not before all went well.
      return y;
    }
    if (!atInference) {
      return x.copy();
    }
    Tensor y = regularizer(Seeds.INFERENCE).sample(x.shape(), draw, firstSample).apply(x);
    draw++;
    return y;
  }

  /**
   * The gradient of the input of the last forward pass that has not been taken back yet: passes are
   * taken back in the reverse order. In evaluation, a copy.
   *
   * @param dy the gradient of the output; not modified
   * @return a new tensor
   * @throws IllegalArgumentException if {@code dy} is null or of another shape than the output
   * @throws IllegalStateException if no forward pass of this step is left
   */
  public Tensor backward(Tensor dy) {
    Check.notNull("dy", dy);
    if (!training) {
      return dy.copy();
    }
    if (masks.isEmpty()) {
      throw new IllegalStateException("no forward pass is left to take back in step " + step);
    }
    Tensor dx = masks.peek().backward(dy);
    masks.pop();
    return dx;
  }

  private Regularizer regularizer(long purpose) {
    double keepProb = schedule == null ? Double.NaN : schedule.at(step);
    if (Double.compare(keepProb, keepProbOfRegularizers) != 0) {
      regularizers.clear();
      keepProbOfRegularizers = keepProb;
    }
    return regularizers.computeIfAbsent(
        purpose, p -> scheduled().withSeed(Seeds.of(regularizer.seed(), p)));
  }

  private Regularizer scheduled() {
    return schedule == null
        ? regularizer
        : ((KeepProbRegularizer) regularizer).withKeepProb(schedule.at(step));
  }

  /**
   * Where the layer stands. Masks that wait for a backward pass are not part of it: save between
   * steps.
   *
   * @return the state
   */
  public LayerState state() {
    return new LayerState(regularizer.seed(), step, use, draw);
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
    regularizers.clear();
    step(state.step());
    use = state.use();
    draw = state.draw();
    return this;
  }

  /** The regularizer, the schedule and where the layer stands. */
  @Override
  public String toString() {
    String followed = schedule == null ? "" : ", " + schedule;
    return "DropLayer[" + regularizer + followed + ", " + state() + "]";
  }
}
