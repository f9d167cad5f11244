package io.github.dropblock.djl;

import ai.djl.MalformedModelException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.github.dropblock.KeepProbRegularizer;
import io.github.dropblock.Regularizer;
import io.github.dropblock.schedule.KeepProbSchedule;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;

/**
 * A regularizer as a block: in training {@code y = kept ? x * scale : fill}, in inference {@code y
 * = x}.
 *
 * <pre>{@code
 * DropBlock dropBlock = DropBlock.builder().keepProb(0.9).blockSize(7).seed(1).build();
 * network
 *     .add(Conv2d.builder().setKernelShape(new Shape(3, 3)).setFilters(256).build())
 *     .add(DropBlockLayer.of(dropBlock, KeepProbSchedule.linear(1.0, 0.9, totalSteps)));
 * }</pre>
 *
 * <p><b>Input</b>: NCW, NCHW or NCDHW in FLOAT32, FLOAT16 or FLOAT64, of at most 536,870,911
 * elements, on the engine PyTorch. {@code x} is multiplied by 0 where it is dropped, as by the
 * engine's own dropout: a NaN or infinity in {@code x} does pass.
 *
 * <p><b>Steps</b>: by itself, the layer takes each training pass as a step. If it is used several
 * times in a step, or gradients of several batches are summed, add a {@link DropBlockListener} to
 * the training configuration, or call {@link #step(long)} before each batch; either takes over from
 * then on. Then further uses in a step draw masks of their own: use u is drawn as step {@code step
 * + u * 2^40} is.
 *
 * <p><b>Seeds</b>: layers of the same seed and shape drop the same positions. Give each its own.
 *
 * <p><b>Devices</b>: DJL calls this one block for the parts of a batch on all devices. The part on
 * device d is drawn as the samples from {@code d * 2^32} on, so that parts differ, and are the same
 * in each run, whichever is first. With {@link io.github.dropblock.MaskSharing#BATCH} they are
 * alike, as samples are. Normalization is by part.
 *
 * <p><b>Saving</b>: a model's file has the regularizer, the schedule and the step, and loading
 * restores them, whatever the layer was made with; {@link #configure(Regularizer)} and {@link
 * #startAt} change them. A schedule that is the caller's own code cannot be saved: make the layer
 * with it before loading.
 *
 * <p>Safe for use by many threads, in the way that DJL uses them: one for each device.
 *
 * @since 0.1.0
 */
public final class DropBlockLayer extends AbstractBlock {
  private static final byte VERSION = 1;

  private final Steps steps = new Steps();
  private volatile Configuration configuration;

  private DropBlockLayer(Configuration configuration) {
    super(VERSION);
    this.configuration = configuration;
  }

  /**
   * A layer without a schedule: the regularizer is as it is at each step.
   *
   * @param regularizer what draws the masks
   * @return a layer at step 0
   * @throws IllegalArgumentException if {@code regularizer} is null
   */
  public static DropBlockLayer of(Regularizer regularizer) {
    return new DropBlockLayer(Configuration.of(regularizer));
  }

  /**
   * A layer whose keepProb follows a schedule.
   *
   * @param regularizer what draws the masks; its own keepProb does not matter
   * @param schedule keepProb at each step
   * @return a layer at step 0
   * @throws IllegalArgumentException if an argument is null
   */
  public static DropBlockLayer of(KeepProbRegularizer regularizer, KeepProbSchedule schedule) {
    return new DropBlockLayer(Configuration.of(regularizer, schedule));
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
    configuration = Configuration.of(regularizer);
    return this;
  }

  /**
   * Goes on with another regularizer and schedule, for instance after a model was loaded. The step
   * stays.
   *
   * @param regularizer what draws the masks; its own keepProb does not matter
   * @param schedule keepProb at each step
   * @return this layer
   * @throws IllegalArgumentException if an argument is null
   */
  public DropBlockLayer configure(KeepProbRegularizer regularizer, KeepProbSchedule schedule) {
    configuration = Configuration.of(regularizer, schedule);
    return this;
  }

  /**
   * What draws the masks.
   *
   * @return the regularizer as it was given; a schedule does not change it
   */
  public Regularizer regularizer() {
    return configuration.regularizer();
  }

  /**
   * What keepProb follows.
   *
   * @return the schedule, if there is one
   */
  public Optional<KeepProbSchedule> schedule() {
    return Optional.ofNullable(configuration.schedule());
  }

  /**
   * The training step of the next pass.
   *
   * @return the step, from 0; of several devices, that of the foremost
   */
  public long step() {
    return steps.step();
  }

  /**
   * Goes to a step, and numbers uses anew. To be called before each batch: from now on the layer
   * does not count passes as steps.
   *
   * @param step the step, in [0, 2^40)
   * @return this layer
   * @throws IllegalArgumentException if {@code step} is out of range
   */
  public DropBlockLayer step(long step) {
    steps.drive(Draw.checkStep(step));
    return this;
  }

  /**
   * Goes to a step, and counts on from there as before: step 0 to train a loaded model further as
   * from the start.
   *
   * @param step the step, in [0, 2^40)
   * @return this layer
   * @throws IllegalArgumentException if {@code step} is out of range
   */
  public DropBlockLayer startAt(long step) {
    steps.restore(Draw.checkStep(step));
    return this;
  }

  Steps steps() {
    return steps;
  }

  @Override
  protected NDList forwardInternal(
      ParameterStore parameterStore,
      NDList inputs,
      boolean training,
      PairList<String, Object> params) {
    if (!training) {
      return inputs;
    }
    NDArray x = inputs.singletonOrThrow();
    io.github.dropblock.tensor.Shape shape = Inputs.shapeOf(x);
    Draw draw = steps.next(x.getDevice());
    Regularizer regularizer = configuration.at(draw.step());
    if (shape.size() == 0 || keepsAll(regularizer)) {
      return inputs;
    }
    return new NDList(
        MaskedProduct.of(x, regularizer.sample(shape, draw.maskStep(), draw.firstSample())));
  }

  private static boolean keepsAll(Regularizer regularizer) {
    return regularizer instanceof KeepProbRegularizer scheduled && scheduled.keepProb() == 1;
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
  protected void saveMetadata(DataOutputStream out) throws IOException {
    super.saveMetadata(out);
    new Metadata(configuration, step()).write(out);
  }

  @Override
  protected void loadMetadata(byte loadVersion, DataInputStream in)
      throws IOException, MalformedModelException {
    super.loadMetadata(loadVersion, in);
    Metadata metadata = Metadata.read(in, configuration);
    configuration = metadata.configuration();
    steps.restore(metadata.step());
  }

  /** The regularizer, the schedule and the step. */
  @Override
  public String toString() {
    return "DropBlockLayer[" + configuration + ", step " + step() + "]";
  }
}
