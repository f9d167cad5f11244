package io.github.dropblock.pytorch;

import io.github.dropblock.AlphaDropout;
import io.github.dropblock.CustomRegularizer;
import io.github.dropblock.Fill;
import io.github.dropblock.KeepProbRegularizer;
import io.github.dropblock.Regularizer;
import io.github.dropblock.ScheduledRegularizer;
import io.github.dropblock.schedule.KeepProbSchedule;
import io.github.dropblock.tensor.Shape;
import java.util.Optional;
import org.bytedeco.pytorch.InputArchive;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.OutputArchive;
import org.bytedeco.pytorch.Tensor;

/**
 * Applies a regularizer as a module: in training {@code y = x * multipliers + fill}, in evaluation
 * {@code y = x} unless {@link #enableAtInference} was called.
 *
 * <pre>{@code
 * private final DropBlockModule drop =
 *     register_module(
 *         "drop", new DropBlockModule(dropBlock, KeepProbSchedule.linear(1.0, 0.9, totalSteps)));
 *
 * Tensor forward(Tensor x) {
 *   return drop.forward(convolution.forward(x).relu());
 * }
 * }</pre>
 *
 * <p><b>Input.</b> NC, NCW, NCHW or NCDHW in Float, Half, BFloat16 or Double, of at most
 * 536,870,911 elements, in any memory order: {@code channels_last} tensors and views are not
 * copied. In Half and BFloat16 the scale is rounded to the type: see {@link
 * io.github.dropblock.HalfPrecision}. The module multiplies {@code x} by 0 where it is dropped, as
 * the engine's own dropout does, so a NaN or infinity in {@code x} passes there.
 *
 * <p><b>Training and evaluation.</b> {@code train()} and {@code eval()} of this module, or of a
 * module that it is registered in.
 *
 * <p><b>Steps.</b> By itself, the module takes each training pass as a step. If it is used several
 * times in a step, or gradients of several batches are summed, call {@link #step(long)} before each
 * step. Then each use in a step has a mask of its own: see {@link Regularizer#forUse}. The masks
 * are those of {@link io.github.dropblock.DropLayer}.
 *
 * <p><b>Seeds.</b> Modules of the same seed and shape drop the same positions. Give each its own:
 * {@code dropBlock.withSeed(...)}, or {@code dropBlock.forUse(i)} for module i, counted from 1:
 * {@code forUse} also gives the uses within a step, and use 0 is the first module's own. Modules
 * that process parts of a batch, in a process or on a device each, need seeds of their own as well.
 *
 * <p><b>Saving.</b> The module's part of an archive has the regularizer, the schedule and the
 * {@link io.github.dropblock.LayerState}. Loading restores them, whatever the module was made with,
 * and changes nothing if the archive is older than the module. {@link #configure(Regularizer)} and
 * {@link #startAt} change them. The module's own stay: the threads, and whether it drops at
 * inference. A schedule or a mask function of the caller's own code is not saved: make the module
 * with it before loading. Of a mask function, only the seed is saved then, unless the function has
 * a name and is found as a service.
 *
 * <p><b>Lifetime.</b> Keep the Java object in a field as long as the network is used: the engine
 * holds only its native half. A {@code PointerScope} does not end a module that was made in it.
 *
 * <p>Safe for use by many threads. Each pass then has another number, in the order of the threads.
 *
 * @since 0.1.0
 */
public final class DropBlockModule extends Module {
  private final PassCounter passes = new PassCounter();
  private volatile ScheduledRegularizer regularizer;
  private volatile boolean atInference;

  /**
   * Creates a module without a schedule: the regularizer is as it is at each step.
   *
   * @param regularizer what draws the masks
   * @throws IllegalArgumentException if {@code regularizer} is null
   */
  public DropBlockModule(Regularizer regularizer) {
    this(ScheduledRegularizer.of(regularizer));
  }

  /**
   * Creates a module whose keepProb follows a schedule.
   *
   * @param regularizer what draws the masks; its own keepProb does not matter
   * @param schedule keepProb at each step
   * @throws IllegalArgumentException if an argument is null or the regularizer has no keepProb
   */
  public DropBlockModule(Regularizer regularizer, KeepProbSchedule schedule) {
    this(ScheduledRegularizer.of(regularizer, schedule));
  }

  private DropBlockModule(ScheduledRegularizer regularizer) {
    super("DropBlockModule");
    // A parent would go on calling a module that had ended with a scope.
    retainReference();
    this.regularizer = regularizer;
  }

  /**
   * Continues with another regularizer and no schedule, for instance after loading. The step stays.
   *
   * @param regularizer what draws the masks
   * @return this module
   * @throws IllegalArgumentException if {@code regularizer} is null
   */
  public DropBlockModule configure(Regularizer regularizer) {
    this.regularizer = ScheduledRegularizer.of(regularizer);
    return this;
  }

  /**
   * Continues with another regularizer and schedule, for instance after loading. The step stays.
   *
   * @param regularizer what draws the masks; its own keepProb does not matter
   * @param schedule keepProb at each step
   * @return this module
   * @throws IllegalArgumentException if an argument is null or the regularizer has no keepProb
   */
  public DropBlockModule configure(Regularizer regularizer, KeepProbSchedule schedule) {
    this.regularizer = ScheduledRegularizer.of(regularizer, schedule);
    return this;
  }

  /** {@return the regularizer as it was given; a schedule does not change it} */
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

  /**
   * Sets the step, and numbers uses anew. To be called before each step: from now on the module
   * does not count passes as steps.
   *
   * @param step the step, at least 0
   * @return this module
   * @throws IllegalArgumentException if {@code step} is negative
   */
  public DropBlockModule step(long step) {
    passes.tell(checkStep(step));
    return this;
  }

  /**
   * Sets the step, and counts training passes as steps from there on, until a step is told again:
   * step 0 to train a loaded network as from the start.
   *
   * @param step the step, at least 0
   * @return this module
   * @throws IllegalArgumentException if {@code step} is negative
   */
  public DropBlockModule startAt(long step) {
    passes.startAt(checkStep(step));
    return this;
  }

  private static long checkStep(long step) {
    if (step < 0) {
      throw new IllegalArgumentException("step must be at least 0: " + step);
    }
    return step;
  }

  /**
   * Enables dropping in evaluation, for uncertainty by sampling: see {@link
   * io.github.dropblock.MonteCarlo}. Each pass in evaluation then draws another mask, from draw 0
   * on, apart from those of training. A gradient through the pass uses the pass's own mask. The
   * step does not advance, and other modules stay in evaluation, batch normalization too. To
   * continue with the draws of a saved network, call this before loading it.
   *
   * @return this module
   */
  public DropBlockModule enableAtInference() {
    passes.restartDraws();
    atInference = true;
    return this;
  }

  /**
   * Disables dropping in evaluation again.
   *
   * @return this module
   */
  public DropBlockModule disableAtInference() {
    atInference = false;
    return this;
  }

  /**
   * Applies the next mask. Where nothing is dropped, the result is another handle to {@code x}, so
   * it can be closed like any other result.
   *
   * @param x the input; not modified
   * @return a tensor of the same shape, type and device
   * @throws IllegalArgumentException if {@code x} is null or of another rank, type, layout or size
   *     than the class accepts, or the schedule gives no probability; then nothing advances
   */
  public Tensor forward(Tensor x) {
    Inputs.checkDefined(x);
    boolean training = is_training();
    if (!training && !atInference) {
      return new Tensor(x);
    }
    Inputs.check(x);
    Draw draw = passes.next(training);
    try {
      Regularizer drawn = draw.of(regularizer);
      if (x.numel() == 0 || keepsAll(drawn)) {
        return new Tensor(x);
      }
      Shape shape = Inputs.shapeOf(x);
      return MaskedProduct.of(x, drawn.sample(shape, draw.sampledStep()));
    } catch (RuntimeException | Error e) {
      passes.giveBack(draw);
      throw e;
    }
  }

  /** A function of the caller's own may drop whatever keepProb is, and a fill may shift. */
  private static boolean keepsAll(Regularizer regularizer) {
    return regularizer instanceof KeepProbRegularizer r
        && r.keepProb() == 1
        && !(r instanceof CustomRegularizer)
        && (r instanceof AlphaDropout || r.fill().equals(Fill.zero()));
  }

  /**
   * Saves the regularizer, the schedule and the state. The engine calls this when a network is
   * saved that the module is registered in.
   *
   * @param archive the module's part of the archive
   */
  @Override
  public void save(OutputArchive archive) {
    super.save(archive);
    ScheduledRegularizer saved = regularizer;
    new SavedModule(saved, passes.state(saved.regularizer().seed())).write(archive);
  }

  /**
   * Restores what was saved. The engine calls this when a network is loaded that the module is
   * registered in; an exception then comes as a {@code RuntimeException} with the same message.
   *
   * @param archive the module's part of the archive
   * @throws IllegalArgumentException if the archive is damaged, or misses a choice that the module
   *     does not have either; then nothing is modified
   */
  @Override
  public void load(InputArchive archive) {
    Optional<SavedModule> saved = SavedModule.read(archive, regularizer);
    super.load(archive);
    saved.ifPresent(this::restore);
  }

  private void restore(SavedModule saved) {
    regularizer = saved.regularizer();
    passes.restore(saved.state());
  }

  /** Returns the regularizer, the schedule and the step. */
  @Override
  public String toString() {
    return "DropBlockModule[" + regularizer + ", step " + step() + "]";
  }
}
