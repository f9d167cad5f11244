package io.github.dropblock.djl;

import ai.djl.MalformedModelException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.github.dropblock.AlphaDropout;
import io.github.dropblock.CustomRegularizer;
import io.github.dropblock.Fill;
import io.github.dropblock.KeepProbRegularizer;
import io.github.dropblock.Regularizer;
import io.github.dropblock.ScheduledRegularizer;
import io.github.dropblock.schedule.KeepProbSchedule;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;

/**
 * Applies a regularizer as a block: in training {@code y = kept ? x * scale : fill}, in inference
 * {@code y = x} unless {@link #enableAtInference} was called.
 *
 * <pre>{@code
 * DropBlock dropBlock = DropBlock.builder().keepProb(0.9).blockSize(7).seed(1).build();
 * network
 *     .add(Conv2d.builder().setKernelShape(new Shape(3, 3)).setFilters(256).build())
 *     .add(DropBlockLayer.of(dropBlock, KeepProbSchedule.linear(1.0, 0.9, totalSteps)));
 * }</pre>
 *
 * <p><b>Input</b>: NC, NCW, NCHW or NCDHW in FLOAT32, FLOAT16 or FLOAT64, of at most 536,870,911
 * elements, on the engine PyTorch. The layer multiplies {@code x} by 0 where it is dropped, as the
 * engine's own dropout does, so a NaN or infinity in {@code x} passes there.
 *
 * <p><b>Steps</b>: by itself, the layer takes each training pass as a step. If it is used several
 * times in a step, or gradients of several batches are summed, add a {@link DropBlockListener} to
 * the training configuration, or call {@link #step(long)} before each batch; either takes over from
 * then on. Then each use in a step has a mask of its own: see {@link Regularizer#forUse}. The masks
 * are those of {@link io.github.dropblock.DropLayer}.
 *
 * <p><b>Seeds</b>: layers of the same seed and shape drop the same positions. Give each its own:
 * {@code dropBlock.withSeed(...)}, or {@code dropBlock.forUse(i)} for layer i, counted from 1:
 * {@code forUse} also gives the uses within a step, and use 0 is the first layer's own.
 *
 * <p><b>Devices</b>: DJL calls this one block for the parts of a batch on all devices. The part on
 * device d is drawn as the samples from {@code d * 2^32} on, so that parts differ, and are the same
 * in each run, whichever is first. With {@link io.github.dropblock.MaskSharing#BATCH} they are
 * alike, as samples are. Normalization is by part.
 *
 * <p><b>Saving</b>: a model's file has the regularizer, the schedule and the {@link
 * io.github.dropblock.LayerState}, and loading restores them, whatever the layer was made with. A
 * file of the network without the layer loads too, and leaves the layer as it is. {@link
 * #configure(Regularizer)} and {@link #startAt} change them. The layer's own stay: the threads, and
 * whether it drops at inference. A schedule or a mask function of the caller's own code is not
 * saved: make the layer with it before loading. Of a mask function, only the seed is saved then,
 * unless the function has a name and is found as a service.
 *
 * <p>Safe for use by many threads, in the way that DJL uses them: one for each device.
 *
 * @since 0.1.0
 */
public final class DropBlockLayer extends AbstractBlock {
  private static final byte VERSION = 1;

  private final PassCounter passes = new PassCounter();
  private volatile ScheduledRegularizer regularizer;
  private volatile boolean atInference;

  private DropBlockLayer(ScheduledRegularizer regularizer) {
    super(VERSION);
    this.regularizer = regularizer;
  }

  /**
   * Makes a layer without a schedule: the regularizer is as it is at each step.
   *
   * @param regularizer what draws the masks
   * @return a layer at step 0
   * @throws IllegalArgumentException if {@code regularizer} is null
   */
  public static DropBlockLayer of(Regularizer regularizer) {
    return new DropBlockLayer(ScheduledRegularizer.of(regularizer));
  }

  /**
   * Makes a layer whose keepProb follows a schedule.
   *
   * @param regularizer what draws the masks; its own keepProb does not matter
   * @param schedule keepProb at each step
   * @return a layer at step 0
   * @throws IllegalArgumentException if an argument is null or the regularizer has no keepProb
   */
  public static DropBlockLayer of(Regularizer regularizer, KeepProbSchedule schedule) {
    return new DropBlockLayer(ScheduledRegularizer.of(regularizer, schedule));
  }

  /**
   * Goes on with another regularizer and no schedule, for instance after a model was loaded. The
   * step stays.
   *
   * @param regularizer what draws the masks
   * @return this layer
   * @throws IllegalArgumentException if {@code regularizer} is null
   */
  public DropBlockLayer configure(Regularizer regularizer) {
    this.regularizer = ScheduledRegularizer.of(regularizer);
    return this;
  }

  /**
   * Goes on with another regularizer and schedule, for instance after a model was loaded. The step
   * stays.
   *
   * @param regularizer what draws the masks; its own keepProb does not matter
   * @param schedule keepProb at each step
   * @return this layer
   * @throws IllegalArgumentException if an argument is null or the regularizer has no keepProb
   */
  public DropBlockLayer configure(Regularizer regularizer, KeepProbSchedule schedule) {
    this.regularizer = ScheduledRegularizer.of(regularizer, schedule);
    return this;
  }

  /**
   * Returns what draws the masks.
   *
   * @return the regularizer as it was given; a schedule does not change it
   */
  public Regularizer regularizer() {
    return regularizer.regularizer();
  }

  /**
   * Returns what keepProb follows.
   *
   * @return the schedule, if there is one
   */
  public Optional<KeepProbSchedule> schedule() {
    return regularizer.schedule();
  }

  /**
   * Returns the training step of the next pass.
   *
   * @return the step, from 0; of several devices, that of the foremost
   */
  public long step() {
    return passes.step();
  }

  /**
   * Goes to a step, and numbers uses anew. To be called before each batch: from now on the layer
   * does not count passes as steps.
   *
   * @param step the step, at least 0
   * @return this layer
   * @throws IllegalArgumentException if {@code step} is negative
   */
  public DropBlockLayer step(long step) {
    passes.tell(checkStep(step));
    return this;
  }

  /**
   * Goes to a step, and counts training passes as steps from there on, until a step is told again:
   * step 0 to train a loaded model as from the start.
   *
   * @param step the step, at least 0
   * @return this layer
   * @throws IllegalArgumentException if {@code step} is negative
   */
  public DropBlockLayer startAt(long step) {
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
   * Goes on dropping at inference, for uncertainty by sampling: see {@link
   * io.github.dropblock.MonteCarlo}. Each pass with {@code training} false then draws another mask,
   * from draw 0 on, apart from those of training; a gradient through the pass uses the pass's own
   * mask. The step does not advance, and other blocks stay as they are at inference, batch
   * normalization too. To go on with the draws of a saved model, call this before loading it.
   *
   * @return this layer
   */
  public DropBlockLayer enableAtInference() {
    passes.restartDraws();
    atInference = true;
    return this;
  }

  /**
   * Ends what {@link #enableAtInference} began.
   *
   * @return this layer
   */
  public DropBlockLayer disableAtInference() {
    atInference = false;
    return this;
  }

  PassCounter passes() {
    return passes;
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore parameterStore,
      NDList inputs,
      boolean training,
      PairList<String, Object> params) {
    if (!training && !atInference) {
      return inputs;
    }
    NDArray x = inputs.singletonOrThrow();
    Inputs.check(x);
    Draw draw = passes.next(x.getDevice(), training);
    try {
      Regularizer drawn = draw.of(regularizer);
      if (x.size() == 0 || keepsAll(drawn)) {
        return inputs;
      }
      return new NDList(MaskedProduct.of(x, draw.mask(drawn, Inputs.shapeOf(x))));
    } catch (RuntimeException | Error e) {
      passes.giveBack(x.getDevice(), training);
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

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return inputShapes.clone();
  }

  @Override
  protected void beforeInitialize(Shape... inputShapes) {
    for (Shape shape : inputShapes) {
      Inputs.checkShape(shape);
    }
    super.beforeInitialize(inputShapes);
  }

  @Override
  public void saveParameters(DataOutputStream out) throws IOException {
    FileMark.write(out);
    initializeShapes();
    super.saveParameters(out);
  }

  @Override
  public void loadParameters(NDManager manager, DataInputStream in)
      throws IOException, MalformedModelException {
    if (FileMark.read(in)) {
      super.loadParameters(manager, in);
    }
    initializeShapes();
  }

  /** A layer that was inserted into an initialized network has none, and could not be saved. */
  private void initializeShapes() {
    if (inputShapes == null) {
      inputShapes = new Shape[0];
    }
  }

  @Override
  protected void saveMetadata(DataOutputStream out) throws IOException {
    super.saveMetadata(out);
    ScheduledRegularizer saved = regularizer;
    new Metadata(saved, passes.state(saved.regularizer().seed())).write(out);
  }

  @Override
  protected void loadMetadata(byte loadVersion, DataInputStream in)
      throws IOException, MalformedModelException {
    super.loadMetadata(loadVersion, in);
    Metadata metadata = Metadata.read(in, regularizer);
    regularizer = metadata.regularizer();
    passes.restore(metadata.state());
  }

  /** Returns the regularizer, the schedule and the step. */
  @Override
  public String toString() {
    return "DropBlockLayer[" + regularizer + ", step " + step() + "]";
  }
}
